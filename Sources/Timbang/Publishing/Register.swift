package import RuleDiagnostics

/// The register of published editions, `timbang.lock` in the rules folder: a header, then a line for each edition, in the order of locking.
///
/// Lines are only ever added. Each holds the digest of the line before and of itself, so nothing can be changed, taken out, put in or put
/// elsewhere without being seen; see <doc:FreezingAnEdition> for the grammar.
public struct Register: Sendable {
  /// The name of the file in the rules folder.
  public static let fileName = "timbang.lock"
  /// The first line.
  static let header = "timbang-lock 1"

  /// What was published, in the order of locking.
  public let entries: [RegisterEntry]

  /// Makes a register of entries that were read, or of none.
  init(entries: [RegisterEntry] = []) {
    self.entries = entries
  }

  /// Reads a register and returns its text, which is that of the file; nil if and only if it logged errors.
  package static func rewritten(_ source: SourceFile, log: inout DiagnosticLog) -> String? {
    RegisterReader.read(source, log: &log)?.text
  }

  /// The text of the file.
  var text: String {
    ([Register.header] + entries.map(\.line)).map { "\($0)\n" }.joined()
  }

  /// Returns the register with one more edition.
  func adding(_ name: String, _ seal: Seal, file: String, on date: CalendarDate) -> Register {
    let previous = Digest(of: entries.last?.line ?? Register.header)
    return Register(
      entries: entries + [
        RegisterEntry(sequence: entries.count + 1, name: name, seal: seal, file: file, date: date, previous: previous)
      ])
  }

  /// Returns the entry of an edition. Complexity: linear in the number of entries.
  public func entry(_ name: String) -> RegisterEntry? {
    entries.first { $0.name == name }
  }

  /// Returns the entry of a file below the rules folder. Complexity: linear in the number of entries.
  func entry(file: String) -> RegisterEntry? {
    entries.first { $0.file.utf8.elementsEqual(file.utf8) }
  }

  /// Returns the name under which a correction of an edition can be published: `2022.1` after `2022`, `2022.2` after that.
  func correction(of entry: RegisterEntry) -> String {
    var edition = entry.edition
    var number = 1
    if let dot = edition.lastIndex(of: "."), let last = Int(edition[edition.index(after: dot)...]), last >= 0, last < 1_000_000 {
      edition = edition[..<dot]
      number = last + 1
    }
    while self.entry("\(entry.family)/\(edition).\(number)") != nil { number += 1 }
    return "\(edition).\(number)"
  }
}
