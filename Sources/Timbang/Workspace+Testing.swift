internal import RuleDiagnostics
public import RuleTesting
internal import RuleLoading
internal import RuleModel

extension Workspace {
  /// Reads the tests beside an edition, or the test file at a path: `kepatuhan/2022` is tested by `kepatuhan/tests/2022.yaml`.
  public func tests(_ reference: String) -> TestFileReader.Outcome {
    var log = DiagnosticLog()
    if reference.hasSuffix(".yaml") || reference.hasSuffix(".yml"), let file = try? readFile(reference), TestFileReader.isTestFile(file) {
      return tests(in: file)
    }
    let loaded = load(reference)
    guard let edition = loaded.edition else { return TestFileReader.Outcome(tests: nil, log: loaded.log, sources: loaded.sources) }
    let path = joined(joined(folderPath(of: edition.edition.file), "tests"), "\(edition.edition.name).yaml")
    guard let file = try? readFile(path) else {
      log.error(
        .noTests, at: nil,
        Words(
          id: "`\(edition.edition.family)/\(edition.edition.name)` tidak punya uji: `\(path)` tidak ada",
          en: "`\(edition.edition.family)/\(edition.edition.name)` has no tests: there is no `\(path)`"),
        help: Words(
          id: "tulis berkas itu; mulai dengan `timbang_tests: 1` dan `edition: \(edition.edition.name)`",
          en: "write that file; begin with `timbang_tests: 1` and `edition: \(edition.edition.name)`"))
      return TestFileReader.Outcome(tests: nil, log: log, sources: loaded.sources)
    }
    return tests(in: file, of: loaded)
  }

  /// The tests in a file, whose edition lies in the folder above it or is found by name.
  private func tests(in file: SourceFile) -> TestFileReader.Outcome {
    guard let name = EditionLoader.editionName(in: file) else {
      var log = DiagnosticLog()
      log.error(
        .testedEdition, at: SourceRange(file: file.name, at: .start),
        Words(id: "berkas uji ini tidak menyebut edisinya", en: "this test file does not name its edition"),
        help: Words(id: "tambahkan misalnya `edition: kepatuhan/2022`", en: "add for instance `edition: kepatuhan/2022`"))
      return TestFileReader.Outcome(tests: nil, log: log, sources: [file])
    }
    let loaded = load(edition(name, besides: file))
    guard loaded.edition != nil else { return TestFileReader.Outcome(tests: nil, log: loaded.log, sources: loaded.sources + [file]) }
    return tests(in: file, of: loaded)
  }

  private func tests(in file: SourceFile, of loaded: EditionLoader.Loaded) -> TestFileReader.Outcome {
    guard let edition = loaded.edition else { return TestFileReader.Outcome(tests: nil, log: loaded.log, sources: loaded.sources) }
    let reader = TestFileReader(others: others(than: edition.edition)) { path, file in
      do throws(FileReadingError) {
        _ = try readFile(pathBeside(file.name, path), for: .table)
      } catch {
        return .failure(TestFileReader.Unreadable(error.reason))
      }
      var findings = DiagnosticLog()
      let found = readFormed(pathBeside(file.name, path), .observations, TableForm(), renews: false, log: &findings)
      return found.map { .success($0) }
        ?? .failure(TestFileReader.Unreadable(findings.diagnostics.first?.message ?? Words(same: path)))
    } findEdition: { name, file in
      load(self.edition(name, besides: file))
    }
    let outcome = reader.read(file, for: edition)
    return TestFileReader.Outcome(tests: outcome.tests, log: outcome.log, sources: outcome.sources + loaded.sources)
  }

  /// The rule file of an edition in the folder above a test file, else the name as it is.
  private func edition(_ name: String, besides file: SourceFile) -> String {
    let stem = name.split(separator: "/").last.map(String.init) ?? name
    let path = pathBeside(file.name, "../\(stem).yaml")
    return fileExists(path) ? path : name
  }
}

/// A path as it stands in a file, from the folder of that file; `..` is carried out by name alone.
private func pathBeside(_ file: String, _ path: String) -> String {
  guard !path.hasPrefix("/") else { return path }
  var names = folderPath(of: file).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  if names == ["."] { names = [] }
  for name in path.split(separator: "/").map(String.init) where name != "." {
    if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
  }
  return names.joined(separator: "/")
}
