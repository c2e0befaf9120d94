import Foundation
import Testing

@testable import Timbang

@Suite("Published editions are frozen")
struct FrozenEditionTests {
  @Test("every command that uses an edited edition refuses it with 65, and prints nothing")
  func commands() throws {
    let folder = try PublishedFolder()
    try folder.write(
      PublishedFolder.first.replacing("weight: 60", with: "weight: 50").replacing("weight: 40", with: "weight: 50"), to: "c/1.yaml")
    try "u,field,value\nx,a,90\nx,b,80\n".write(to: folder.root.appending(path: "d.csv"), atomically: true, encoding: .utf8)
    try "entity_id,entity_name,year,score,zone\nx,X,1,80,h\n".write(
      to: folder.root.appending(path: "p.csv"), atomically: true, encoding: .utf8)
    for edition in ["1", "2"] {
      for arguments in [
        ["check", edition], ["resolve", edition], ["score", "--rules", edition, "--data", "d.csv"],
        ["trace", "--rules", edition, "--data", "d.csv"], ["explain", "--from", "\(edition)=d.csv", "--to", "2=d.csv"],
        ["zones", "--published", "p.csv", "--rules", edition], ["verify"], ["verify", edition], ["lock", edition],
      ] {
        let run = try timbang(arguments, in: folder.root)
        #expect(run.status == 65, "\(arguments)")
        #expect(run.output.isEmpty, "\(arguments)")
        #expect(run.errors.contains("error[T0711]"), "\(arguments): \(run.errors)")
        #expect(run.errors.contains("timbang new 1.1 --from c/1"), "\(arguments)")
      }
    }
  }

  @Test("the refusal names the file, both digests, what differs and the way out")
  func words() throws {
    let folder = try PublishedFolder()
    let before = try #require(folder.workspace.verify().editions.first?.entry?.seal)
    try folder.write(PublishedFolder.first.replacing("en: Score", with: "en: Points"), to: "c/1.yaml")
    let after = try #require(folder.workspace.verify().editions.first?.found)
    let run = try folder.run("verify", "1")
    #expect(run.status == 65)
    for text in [
      "rules/c/1.yaml:3:10", "rules/timbang.lock:2:1", "\(before.document)", "\(after.document)", "no score moves", "edition `1.1`",
    ] {
      #expect(run.errors.contains(text), "\(text): \(run.errors)")
    }
    #expect(try folder.run("verify", "1", "--lang", "id").errors.contains("tidak ada nilai yang bergerak"))
  }

  @Test("a comment is only text, a weight moves scores, and a broken file has errors")
  func differences() throws {
    let folder = try PublishedFolder()
    for (text, words) in [
      (PublishedFolder.first + "# x\n", "its text differs (comments, layout, named changes); no score moves"),
      (PublishedFolder.first.replacing("from: 78", with: "from: 79"), "its rules differ, so scores can move"),
      (PublishedFolder.first.replacing("status: published", with: "status: draft"), "the status differ; no score moves"),
      (PublishedFolder.first.replacing("score:", with: "score"), "its file was changed and has errors now"),
    ] {
      try folder.write(text, to: "c/1.yaml")
      let messages = folder.workspace.verify(["c/1"]).log.diagnostics.map(\.message.en)
      #expect(messages.count == 1 && messages[0].contains(words), "\(messages)")
      #expect(folder.workspace.load("c/1").log.errorCodes.contains(.frozenChanged))
    }
  }

  @Test("a published edition falls with the draft that it rests on, and the refusal says so")
  func draftBase() throws {
    let draft = PublishedFolder.first.replacing("status: published", with: "status: draft")
    let folder = try PublishedFolder(first: draft, isLocked: false)
    let locking = try folder.lock("c/2")
    #expect(locking.added.count == 1)
    #expect(locking.log.diagnostics.map(\.code) == [.unlockedBase])
    #expect(folder.faults() == [])
    try folder.write(draft.replacing("en: Score", with: "en: Points"), to: "c/1.yaml")
    #expect(folder.faults() == [.frozenChanged])
    #expect(folder.workspace.verify().log.diagnostics[0].message.en.contains("its file is the same, but what it extends was changed"))
    #expect(folder.workspace.load("c/1").edition != nil)
    try folder.remove("c/1.yaml")
    #expect(!folder.faults().isEmpty)
  }

  @Test("drafts are free, beside a register and without one")
  func drafts() throws {
    let folder = try PublishedFolder()
    let draft = PublishedFolder.second.replacing("edition: 2", with: "edition: 3").replacing("status: published", with: "status: draft")
    try folder.write(draft, to: "c/3.yaml")
    #expect(folder.workspace.load("c/3").edition != nil)
    #expect(folder.faults() == [])
    #expect(!folder.workspace.verify(["c/3"]).isSound)
    let alone = try PublishedFolder(
      first: PublishedFolder.first.replacing("status: published", with: "status: draft"), second: draft, isLocked: false)
    #expect(alone.workspace.load("c/1").edition != nil)
    #expect(alone.faults() == [])
  }

  @Test("a draft that rests on an edited published edition is refused")
  func draftOnEdited() throws {
    let folder = try PublishedFolder()
    try folder.write(
      PublishedFolder.second.replacing("edition: 2", with: "edition: 3").replacing("extends: 1", with: "extends: 2").replacing(
        "status: published", with: "status: draft"), to: "c/3.yaml")
    #expect(folder.workspace.load("c/3").edition != nil)
    try folder.write(PublishedFolder.first + "\n", to: "c/1.yaml")
    #expect(folder.workspace.load("c/3").log.errorCodes == [.frozenChanged])
  }

  @Test("a copy of a published edition needs a name of its own")
  func copy() throws {
    let folder = try PublishedFolder()
    try folder.write(PublishedFolder.first.replacing("status: published", with: "status: draft"), to: "c/copy.yaml")
    let log = folder.workspace.load("c/copy").log
    #expect(log.errorCodes == [.frozenFile])
    #expect(log.diagnostics.last?.help?.en.contains("`edition: 1.1`") == true)
  }

  @Test("a published edition outside a rules folder is used with a warning, beside a register only if it agrees")
  func outside() throws {
    let folder = try PublishedFolder()
    let alone = folder.root.appending(path: "alone.yaml")
    try PublishedFolder.first.write(to: alone, atomically: true, encoding: .utf8)
    let workspace = Workspace(rulesFolder: folder.root.appending(path: "no-such-folder").path)
    let loaded = workspace.load(alone.path)
    #expect(loaded.edition != nil)
    #expect(loaded.log.diagnostics.map(\.code) == [.outsideRegister])
    let run = try folder.run("resolve", "alone.yaml")
    #expect(run.status == 0)
    #expect(run.errors.contains("warning[T0714]"))
    // The register is found from the file, too.
    #expect(workspace.load(folder.url("c/1.yaml").path).log.diagnostics.isEmpty)
    try folder.write(PublishedFolder.first + "\n", to: "c/1.yaml")
    #expect(workspace.load(folder.url("c/1.yaml").path).log.errorCodes == [.frozenChanged])
  }

  @Test("a digest in `extends` holds the base fast")
  func claimedBase() throws {
    let draft = PublishedFolder.first.replacing("status: published", with: "status: draft")
    let folder = try PublishedFolder(first: draft, isLocked: false)
    let digest = try #require(folder.workspace.load("c/1").edition).edition.scoringDigest
    let second = { (digest: String) in
      PublishedFolder.second.replacing("status: published", with: "status: draft").replacing(
        "extends: 1", with: "extends: {edition: 1, digest: \(digest)}")
    }
    try folder.write(second("\"\(digest)\""), to: "c/2.yaml")
    #expect(folder.workspace.load("c/2").log.diagnostics.isEmpty)
    for wrong in ["\"\(Digest(of: "x"))\"", "x", "\"\"", "\"\(digest) \""] {
      try folder.write(second(wrong), to: "c/2.yaml")
      let log = folder.workspace.load("c/2").log
      #expect(log.errorCodes == [.baseDigest], "\(wrong)")
      #expect(log.diagnostics.first?.range?.start.column == 31, "\(wrong)")
    }
    try folder.write(second("[\"\(digest)\"]"), to: "c/2.yaml")
    #expect(folder.workspace.load("c/2").log.errorCodes == [.wrongShape])
    // A label of the base is free, a weight is not.
    try folder.write(second("\"\(digest)\""), to: "c/2.yaml")
    try folder.write(draft.replacing("en: Score", with: "en: Points"), to: "c/1.yaml")
    #expect(folder.workspace.load("c/2").edition != nil)
    try folder.write(draft.replacing("from: 78", with: "from: 79"), to: "c/1.yaml")
    #expect(folder.workspace.load("c/2").log.errorCodes == [.baseDigest])
  }
}
