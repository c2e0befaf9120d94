import CSQLite
import Foundation
import Testing

@testable import Timbang

/// A slip or attack on a published year, and the code with which every command stops.
struct YearFault: CustomTestStringConvertible, Sendable {
  let name: String
  let codes: Set<DiagnosticCode>
  let act: @Sendable (PublishedFolder) throws -> Void
  var testDescription: String { name }

  private init(_ name: String, _ codes: Set<DiagnosticCode>, _ act: @escaping @Sendable (PublishedFolder) throws -> Void) {
    self.name = name
    self.codes = codes
    self.act = act
  }

  private static func edit(_ name: String, _ old: String, _ new: String, _ code: DiagnosticCode) -> YearFault {
    YearFault(name, [code]) { try $0.write(try $0.text("c/1.yaml").replacing(old, with: new), to: "c/1.yaml") }
  }

  private static func lock(_ name: String, _ codes: Set<DiagnosticCode>, _ edit: @escaping @Sendable (inout [String]) -> Void) -> YearFault
  {
    YearFault(name, codes) { folder in
      var lines = try folder.text("timbang.lock").split(separator: "\n").map(String.init)
      edit(&lines)
      try folder.write(lines.map { "\($0)\n" }.joined(), to: "timbang.lock")
    }
  }

  private static func moved(_ name: String, toLink file: String) -> YearFault {
    YearFault(name, [file == "timbang.lock" ? .lockMissing : .frozenFile]) { folder in
      let elsewhere = folder.root.appending(path: "elsewhere")
      try FileManager.default.moveItem(at: folder.url(file), to: elsewhere)
      try FileManager.default.createSymbolicLink(at: folder.url(file), withDestinationURL: elsewhere)
    }
  }

  static let all: [YearFault] = [
    edit("a weight changed", "weight: 60", "weight: 61", .frozenChanged), edit("a blank added", "id: c\n", "id:  c\n", .frozenChanged),
    edit("a comment added", "id: c\n", "id: c # yes\n", .frozenChanged), edit("CRLF", "\n", "\r\n", .frozenChanged),
    edit("called a draft", "status: published", "status: draft", .frozenChanged),
    YearFault("a file removed", [.frozenFile]) { try $0.remove("c/1.yaml") },
    YearFault("a file emptied", [.frozenChanged, .emptyFile]) { try $0.write("", to: "c/1.yaml") },
    YearFault("a file renamed", [.frozenFile]) { folder in
      try FileManager.default.moveItem(at: folder.url("c/1.yaml"), to: folder.url("c/1-lama.yaml"))
    },
    YearFault("two files swapped", [.frozenChanged]) { folder in
      let texts = try ["c/1.yaml", "c/2.yaml"].map { try folder.text($0) }
      try folder.write(texts[1], to: "c/1.yaml")
      try folder.write(texts[0], to: "c/2.yaml")
    },
    moved("a link for a file", toLink: "c/1.yaml"), moved("a link for the lock", toLink: "timbang.lock"),
    YearFault("the lock removed", [.lockMissing]) { try $0.remove("timbang.lock") },
    YearFault("the lock emptied", [.lockHeader]) { try $0.write("", to: "timbang.lock") },
    YearFault("a folder for the lock", [.lockMissing]) { folder in
      try folder.remove("timbang.lock")
      try FileManager.default.createDirectory(at: folder.url("timbang.lock"), withIntermediateDirectories: false)
    },
    lock("all entries gone", [.notLocked]) { $0 = [$0[0]] },
    lock("an entry twice", [.lockTwice]) { $0.append("3" + $0[2].dropFirst()) },
    lock("two entries exchanged", [.lockSequence, .lockChain]) { $0.swapAt(1, 2) },
    lock("the first entry gone", [.lockChain]) { $0 = [$0[0], "1" + $0[2].dropFirst()] },
    lock("another algorithm", [.lockAlgorithm]) { $0[1] = $0[1].replacing("scoring=sha256:", with: "scoring=md5:") },
    lock("a path out of the folder", [.lockPath]) { $0[1] = $0[1].replacing("file=c/1", with: "file=../c/1") },
    lock("another day", [.lockChain]) { $0[1] = $0[1].replacing("date=2026", with: "date=2025") },
    lock("a later version", [.lockHeader]) { $0[0] = "timbang-lock 2" },
  ]
}

@Suite("What goes wrong with a published year")
struct PublishedYearFaults {
  @Test("every command stops with 65, names the file and prints no result", arguments: YearFault.all)
  func faults(_ fault: YearFault) throws {
    let folder = try PublishedFolder()
    try "u,field,value\nx,a,90\nx,b,80\n".write(to: folder.root.appending(path: "d.csv"), atomically: true, encoding: .utf8)
    let score = ["score", "--rules", "c/2", "--data", "d.csv"]
    #expect(try timbang(score, in: folder.root).status == 0)
    try fault.act(folder)
    let found = folder.workspace.verify().log
    #expect(!found.errorCodes.isDisjoint(with: fault.codes), "\(found.diagnostics.map(\.message.en))")
    for arguments in [["verify"], score] {
      let run = try timbang(arguments, in: folder.root)
      #expect([65, 66].contains(run.status), "\(arguments): \(run.errors)")
      #expect(run.status == 65 || fault.codes == [.frozenFile] && arguments != ["verify"], "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("timbang.lock") || run.errors.contains("rules/c/"), "\(run.errors)")
    }
  }

  /// A folder with two locked editions, signed, and a pair of keys beside it.
  private func signed() throws -> PublishedFolder {
    let folder = try PublishedFolder(isLocked: false)
    #expect(try folder.run("keygen", "kunci").status == 0)
    #expect(try folder.run("lock", "c/1", "c/2", "--sign", "kunci.key").status == 0)
    return folder
  }

  @Test("a signature is made, checked and told; the secret key is for its owner alone and is never written over")
  func signatures() throws {
    let folder = try signed()
    let run = try folder.run("verify", "--key", "kunci.pub")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("the register is signed with the key "))
    let secret = folder.root.appending(path: "kunci.key")
    #expect(try FileManager.default.attributesOfItem(atPath: secret.path)[.posixPermissions] as? Int == 0o600)
    let before = try Data(contentsOf: secret)
    let again = try folder.run("keygen", "kunci")
    #expect(again.status == 73)
    #expect(again.errors.contains("`kunci.key` cannot be written: it is there already"))
    #expect(try Data(contentsOf: secret) == before)
    #expect(try folder.run("lock", "c/1", "--sign", "kunci.key").status == 0)
  }

  @Test("a lock that was rewritten to fit is found by the signature, and is not signed again")
  func rewrittenToFit() throws {
    let folder = try signed()
    try folder.write(PublishedFolder.first.replacing("en: Score", with: "en: Points"), to: "c/1.yaml")
    try folder.remove("timbang.lock")
    #expect(try folder.run("lock", "c/1", "c/2").status == 0)
    // All digests fit again; only the signature knows better.
    #expect(try folder.run("verify").status == 0)
    for arguments in [["verify", "--key", "kunci.pub"], ["verify", "--key", "kunci.pub", "--format", "json"]] {
      let run = try timbang(arguments, in: folder.root)
      #expect(run.status == 65)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("T0717") && run.errors.contains("it is not the register that was signed"), "\(run.errors)")
    }
    let signing = try folder.run("lock", "c/1", "--sign", "kunci.key")
    #expect(signing.status == 65)
    #expect(signing.errors.contains("error[T0717]"))
  }

  @Test(
    "a signature that is gone, foreign, damaged or not under everything is refused, never passed over",
    arguments: [
      ("gone", DiagnosticCode.signatureMissing), ("emptied", .signatureWrong), ("by another key", .signatureWrong),
      ("one entry more", .signatureWrong), ("a link that leads nowhere", .fileUnreadable),
    ])
  func unsigned(_ name: String, _ code: DiagnosticCode) throws {
    let folder = try signed()
    let path = folder.url("timbang.lock.sig")
    switch name {
    case "gone": try FileManager.default.removeItem(at: path)
    case "emptied": try Data().write(to: path)
    case "by another key":
      try FileManager.default.removeItem(at: path)
      #expect(try folder.run("keygen", "lain").status == 0)
      #expect(try folder.run("lock", "c/1", "--sign", "lain.key").status == 0)
    case "one entry more":
      try folder.write(PublishedFolder.first.replacing("edition: 1", with: "edition: 3"), to: "c/3.yaml")
      #expect(try folder.run("lock", "c/3").status == 0)
    default:
      try FileManager.default.removeItem(at: path)
      try FileManager.default.createSymbolicLink(atPath: path.path, withDestinationPath: "nowhere")
    }
    let run = try folder.run("verify", "--key", "kunci.pub")
    #expect(run.status == 65 || run.status == 66, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("error[\(code.rawValue)]"), "\(run.errors)")
  }

  @Test("a key inside the folder that it vouches for is refused, and so is what is no key; its bytes are not shown")
  func keys() throws {
    let folder = try signed()
    try FileManager.default.copyItem(at: folder.root.appending(path: "kunci.pub"), to: folder.url("kunci.pub"))
    try FileManager.default.createSymbolicLink(
      at: folder.root.appending(path: "link.pub"), withDestinationURL: folder.url("kunci.pub"))
    for path in ["rules/kunci.pub", "link.pub", "kunci.key", "rules/c/1.yaml"] {
      let run = try folder.run("verify", "--key", path)
      #expect(run.status == 65, "\(path)")
      #expect(run.errors.contains("error[T0718]"), "\(run.errors)")
      #expect(!run.errors.contains("-----BEGIN") && !run.errors.contains("MC4C"), "\(run.errors)")
    }
    #expect(try folder.run("verify", "--key", "no-such.pub").status == 66)
    #expect(try folder.run("lock", "c/1", "--sign", "kunci.pub").errors.contains("error[T0718]"))
    #expect(try folder.run("keygen", "rules/x").errors.contains("error[T0718]"))
    #expect(!FileManager.default.fileExists(atPath: folder.url("x.key").path))
  }

  @Test("the signature is one that OpenSSL accepts")
  func openSSL() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") else { return }
    let folder = try signed()
    let line = """
      grep ^signature= rules/timbang.lock.sig | cut -d= -f2- | base64 -d > sig.bin \
      && head -n 3 rules/timbang.lock > signed \
      && openssl pkeyutl -verify -pubin -inkey kunci.pub -rawin -in signed -sigfile sig.bin
      """
    let run = try shell(line, in: folder.root)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.output.contains("Signature Verified Successfully"))
  }

  @Test("each result names its rules and its data by their digests, and the version of the program")
  func origin() throws {
    let folder = try PublishedFolder()
    let data = folder.root.appending(path: "d.csv")
    try "u,field,value\nx,a,90\nx,b,80\n".write(to: data, atomically: true, encoding: .utf8)
    let edition = try #require(folder.workspace.load("c/1").edition?.edition)
    let stamp = OriginStamp(rules: edition, data: [try readFile(data.path, for: .table)])
    let parts = [stamp.scoring, stamp.document, stamp.data, timbangVersion]
    let year = ["--rules", "c/1", "--data", "d.csv"]
    #expect(
      try timbang(["export"] + year + ["--json", "r.json", "--csv", "csv", "--sqlite", "r.db", "--xlsx", "r.xlsx"], in: folder.root).status
        == 0)
    #expect(try timbang(["report"] + year + ["--out", "r.html"], in: folder.root).status == 0)
    func text(_ name: String) throws -> String { String(decoding: try Data(contentsOf: folder.root.appending(path: name)), as: UTF8.self) }
    let workbook = try shell("for f in r.xlsx; do unzip -p $f 'xl/worksheets/*.xml' || python3 -m zipfile -e $f x; done", in: folder.root)
    for part in parts {
      for name in ["csv/metadata.csv", "r.html", "r.json"] { #expect(try text(name).contains(part), "\(part) in \(name)") }
      #expect(try text("r.db").contains(part), "\(part) in the database")
      if workbook.status == 0, !workbook.output.isEmpty { #expect(workbook.output.contains(part), "\(part) in the workbook") }
    }
  }
}
