import Foundation
import Testing

@testable import Timbang

@Suite("Locking")
struct LockingTests {
  @Test("where nothing was ever locked, the way to lock what is published is named", arguments: ["check", "verify"])
  func firstLock(command: String) throws {
    let folder = try PublishedFolder(isLocked: false)
    let run = try folder.run(command, "c/1")
    #expect(run.status != 0)
    #expect(
      run.errors.contains("help: if no edition was ever locked, lock the first: `timbang lock c/1`; if one was, put the register back"),
      "\(run.errors)")
    #expect(try folder.run("lock", "c/1").status == 0)
    #expect(try folder.run(command, "c/1").status == 0)
  }

  @Test("locking enters editions in order, and again changes nothing")
  func idempotent() throws {
    let folder = try PublishedFolder()
    let text = try folder.text("timbang.lock")
    #expect(text.split(separator: "\n").count == 3)
    let again = try folder.lock("c/1", "2", "c/2")
    #expect(again.added.isEmpty)
    #expect(again.unchanged.map(\.name) == ["c/1", "c/2"])
    #expect(try folder.text("timbang.lock") == text)
  }

  @Test("lines are only added")
  func appendOnly() throws {
    let folder = try PublishedFolder(isLocked: false)
    _ = try folder.lock("c/1")
    let before = try folder.text("timbang.lock")
    _ = try folder.lock("c/2")
    let after = try folder.text("timbang.lock")
    #expect(after.hasPrefix(before))
    #expect(folder.faults() == [])
  }

  @Test("one edition that cannot be locked keeps the others out")
  func allOrNone() throws {
    let folder = try PublishedFolder(second: PublishedFolder.second.replacing("published", with: "draft"), isLocked: false)
    let locking = try folder.lock("c/1", "c/2")
    #expect(locking.log.errorCodes == [.notLockable])
    #expect(locking.added.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.url("timbang.lock").path))
  }

  @Test(
    "only what is ready is locked",
    arguments: [
      ("a draft", "status: published", "status: draft", DiagnosticCode.notLockable),
      ("a change without a source", "cite: [s], edits", "edits", .notLockable),
      ("a change without a title", "title: {id: W, en: W}, ", "", .missingKey),
      ("errors", "weight: 50}}]", "weight: x}}]", .notANumber), ("no base", "extends: 1", "extends: 0", .baseEdition),
    ])
  func readiness(_ name: String, _ old: String, _ new: String, _ code: DiagnosticCode) throws {
    let folder = try PublishedFolder(second: PublishedFolder.second.replacing(old, with: new), isLocked: false)
    _ = try folder.lock("c/1")
    let text = try folder.text("timbang.lock")
    #expect(try folder.lock("c/2").log.errorCodes == [code])
    #expect(try folder.text("timbang.lock") == text)
  }

  @Test("an edition with another content is never locked again; a correction is")
  func correction() throws {
    let folder = try PublishedFolder()
    let corrected = PublishedFolder.second.replacing("weight: 50}}, {", with: "weight: 55}}, {").replacing(
      "weight: 50}}]", with: "weight: 45}}]")
    try folder.write(corrected, to: "c/2.yaml")
    let refused = try folder.lock("c/2").log
    #expect(refused.errorCodes == [.frozenChanged])
    #expect(refused.diagnostics.first?.help?.en.contains("publish a correction as edition `2.1`: `timbang new 2.1 --from c/2`") == true)
    try folder.write(PublishedFolder.second, to: "c/2.yaml")
    try folder.write(corrected.replacing("edition: 2", with: "edition: \"2.1\""), to: "c/2.1.yaml")
    #expect(try folder.lock("c/2.1").added.map(\.name) == ["c/2.1"])
    #expect(folder.faults() == [])
    // The next correction is 2.2, whichever of the two is asked for.
    try folder.write(PublishedFolder.second + "\n", to: "c/2.yaml")
    #expect(try folder.lock("c/2").log.diagnostics.first?.help?.en.contains("edition `2.2`") == true)
    try folder.write(PublishedFolder.second, to: "c/2.yaml")
    try folder.write(corrected.replacing("edition: 2", with: "edition: \"2.1\"") + "\n", to: "c/2.1.yaml")
    #expect(try folder.lock("c/2.1").log.diagnostics.first?.help?.en.contains("edition `2.2`") == true)
  }

  @Test("two files of one name are not locked together")
  func sameName() throws {
    let folder = try PublishedFolder(isLocked: false)
    try folder.write(PublishedFolder.first + "\n", to: "c/1b.yaml")
    #expect(try folder.lock("c/1", "c/1b").log.errorCodes == [.frozenFile])
  }

  @Test("a file outside the rules folder, and one with a blank in its name, cannot be registered")
  func places() throws {
    let folder = try PublishedFolder(isLocked: false)
    let outside = folder.root.appending(path: "1.yaml")
    try PublishedFolder.first.write(to: outside, atomically: true, encoding: .utf8)
    try folder.write(PublishedFolder.first, to: "c/a b.yaml")
    #expect(try folder.lock(outside.path).log.errorCodes == [.notLockable])
    #expect(try folder.lock(folder.url("c/a b.yaml").path).log.errorCodes == [.notLockable])
    let stranger = folder.workspace.verify([outside.path])
    // The register is looked for first, and there is none yet.
    #expect(!stranger.isSound && stranger.log.errorCodes == [.lockMissing])
    _ = try folder.lock("c/1")
    let verified = folder.workspace.verify([outside.path]).log
    #expect(verified.errorCodes == [.notLocked] && verified.diagnostics.first?.message.en.contains("lies outside the rules folder") == true)
  }

  @Test("a link to an edition is not locked, for what it leads to may change")
  func link() throws {
    let folder = try PublishedFolder(isLocked: false)
    try FileManager.default.createSymbolicLink(atPath: folder.url("c/3.yaml").path, withDestinationPath: "1.yaml")
    let log = try folder.lock("c/3").log
    #expect(log.errorCodes == [.notLockable])
    #expect(log.diagnostics.first?.message.en.hasSuffix("c/3.yaml` is a link, not a file of its own") == true)
  }

  @Test("nothing is added to a damaged register")
  func damaged() throws {
    let folder = try PublishedFolder(isLocked: false)
    _ = try folder.lock("c/1")
    let text = try folder.text("timbang.lock").replacing("date=2026", with: "date=2025")
    try folder.write(text, to: "timbang.lock")
    #expect(try folder.lock("c/2").log.errorCodes == [.lockChain])
    #expect(try folder.text("timbang.lock") == text)
  }

  @Test("the commands say what they did")
  func commands() throws {
    let folder = try PublishedFolder(isLocked: false)
    #expect(try folder.run("verify").status == 65)
    let first = try Parsed(text: try folder.run("lock", "c/1", "--format", "json").output)
    #expect(first["added"].items.map { $0["id"].text } == ["c/1"] && first["unchanged"].items.isEmpty)
    let half = try folder.run("verify", "--format", "json")
    #expect(half.status == 65)
    let stranger = try Parsed(text: half.output)["editions"][1]
    #expect(stranger["file"].text == "rules/c/2.yaml" && stranger["date"].value is NSNull && stranger["locked"].value is NSNull)
    try folder.remove("timbang.lock")
    let lock = try folder.run("lock", "c/1", "c/2")
    #expect(lock.status == 0, "\(lock.errors)")
    #expect(lock.output.hasPrefix("c/1: locked in rules/timbang.lock\n  scoring    sha256:"))
    let again = try Parsed(text: try folder.run("lock", "c/1", "--format", "json").output)
    #expect(again["format"].text == "timbang.lock/1.0" && again["added"].items.isEmpty)
    #expect(again["unchanged"].items.map { $0["id"].text } == ["c/1"] && again["unchanged"][0]["file"].text == "c/1.yaml")
    let verify = try folder.run("verify", "--format", "json")
    let json = try Parsed(text: verify.output)
    #expect(verify.status == 0)
    #expect(json["format"].text == "timbang.verify/1.0")
    #expect(json["sound"].value as? Bool == true)
    #expect(json["editions"].items.map { $0["id"].text } == ["c/1", "c/2"])
    #expect(json["editions"][0]["locked"]["scoring_digest"].text == json["editions"][0]["found"]["scoring_digest"].text)
    try folder.write(PublishedFolder.first + "\n", to: "c/1.yaml")
    let refused = try folder.run("verify", "--format", "json")
    #expect(refused.status == 65)
    #expect(try Parsed(text: refused.output)["sound"].value as? Bool == false)
    #expect(try Parsed(text: refused.output)["diagnostics"][0]["code"].text == "T0711")
    #expect(try folder.run("verify", "--rules-dir", "no-such-folder").status == 65)
  }
}

@Suite("Results name what they are made from")
struct OriginTests {
  @Test("scores, traces and explanations carry the digests of their rules and data")
  func stamps() throws {
    let folder = try PublishedFolder()
    let data = "u,field,value\nx,a,90\nx,b,80\n"
    try data.write(to: folder.root.appending(path: "d.csv"), atomically: true, encoding: .utf8)
    let seals = folder.workspace.verify().editions.compactMap(\.found)
    let digest = Digest(of: "\(Digest(of: data))\n").description
    for command in ["score", "trace"] {
      let json = try Parsed(text: try folder.run(command, "--rules", "1", "--data", "d.csv", "--format", "json").output)
      #expect(json["rules"]["scoring_digest"].text == seals[0].scoring.description)
      #expect(json["rules"]["document_digest"].text == seals[0].document.description)
      #expect(json["data"]["digest"].text == digest)
    }
    let json = try Parsed(text: try folder.run("explain", "--from", "1=d.csv", "--to", "2=d.csv", "--format", "json").output)
    for (year, seal) in zip(["from", "to"], seals) {
      #expect(json[year]["rules"]["scoring_digest"].text == seal.scoring.description)
      #expect(json[year]["rules"]["document_digest"].text == seal.document.description)
      #expect(json[year]["data"]["digest"].text == digest)
    }
  }

  @Test("the digest of the data is what a shell computes, directories included")
  func shell() throws {
    let folder = try PublishedFolder()
    let edition = try #require(folder.workspace.load("c/1").edition?.edition)
    let files = ["a\n", "", "b"].map { SourceFile(name: "x", bytes: Array($0.utf8)) }
    // for f in a.csv empty.csv b.csv; do echo "sha256:$(sha256sum < $f | cut -c 1-64)"; done | sha256sum
    #expect(OriginStamp(rules: edition, data: files).data == "sha256:d9067dc72d2a362a9331bd68e601dbaf1fa2f01cb52c8a770f6b90f82d99db67")
  }
}
