import Foundation
import Testing
import Timbang

@Suite("timbang check --fix")
struct CheckFixTests {
  /// The sound file with comments.
  static let sound = BrokenFile.sound.replacing("score:\n", with: "# ponten = nilai\nscore:\n").replacing(
    "cite: [buku]\n  parts", with: "cite: [buku]   # h. 3\n  parts")

  /// Four mistakes that can mean one thing only; some show only once others are mended.
  static let broken = sound.replacing("weight: 60,", with: "wieght: 60%,").replacing("100]}\n  b", with: "0100]}\n  b").replacing(
    "cite: [buku]   #", with: "cite: [bukuu]   #")

  private func folder(_ text: String) throws -> URL {
    let folder = try scratchFolder()
    try text.write(to: folder.appending(path: "2022.yaml"), atomically: true, encoding: .utf8)
    return folder
  }

  @Test("every fixable finding is fixed in one run, comments stay, and a second run changes nothing")
  func fixed() throws {
    let folder = try folder(CheckFixTests.broken)
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try timbang(["check", "2022.yaml"], in: folder)
    #expect(before.status == 65)
    #expect(before.errors.contains("did you mean `weight`?") && before.errors.contains("[fixable]"), "\(before.errors)")
    let run = try timbang(["check", "--fix", "2022.yaml"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.hasPrefix("2022.yaml: 4 findings fixed\n"), "\(run.errors)")
    let text = try String(contentsOf: folder.appending(path: "2022.yaml"), encoding: .utf8)
    #expect(text == CheckFixTests.sound)
    let again = try timbang(["check", "--fix", "2022.yaml"], in: folder)
    #expect((again.status, again.errors) == (0, ""))
  }

  @Test("--diff shows the lines and writes nothing")
  func difference() throws {
    let folder = try folder(CheckFixTests.broken)
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try timbang(["check", "--diff", "2022.yaml"], in: folder)
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix(
        """
        --- 2022.yaml
        +++ 2022.yaml
        @@ -7,5 +7,5 @@
           institution: {label: {id: Instansi, en: Institution}}
         fields:
        -  a: {per: institution, type: number, range: [0, 0100]}
        +  a: {per: institution, type: number, range: [0, 100]}
           b: {per: institution, type: number, range: [0, 100]}
         defaults: {missing: error, weights_sum: 100}

        """), "\(run.output)")
    #expect(try String(contentsOf: folder.appending(path: "2022.yaml"), encoding: .utf8) == CheckFixTests.broken)
    try run.output.write(to: folder.appending(path: "p"), atomically: true, encoding: .utf8)
    #expect(try timbang(["check", "--fix", "2022.yaml"], in: folder).status == 0)
    #expect(try timbang(["check", "--diff", "2022.yaml"], in: folder).status == 0)
  }

  @Test("the edits of a fix are told as offsets in bytes")
  func json() throws {
    let folder = try folder(BrokenFile.sound.replacing("missing: error", with: "mising: error"))
    defer { try? FileManager.default.removeItem(at: folder) }
    let answer = try Parsed(text: timbang(["check", "--format", "json", "2022.yaml"], in: folder).output)
    let edit = answer["diagnostics"][0]["fix"]["edits"][0]
    // `defaults: {` is 11 bytes long, `mising` 6.
    #expect(edit["text"].text == "missing")
    #expect(edit["start"]["column"].value as? Int == 12)
    #expect((edit["end"]["offset"].value as? Int ?? 0) - (edit["start"]["offset"].value as? Int ?? 0) == 6)
  }

  @Test("a published edition in the register is never touched")
  func frozen() throws {
    let folder = try PublishedFolder()
    let broken = PublishedFolder.first.replacing("weight: 60", with: "wieght: 60")
    try folder.write(broken, to: "c/1.yaml")
    let run = try folder.run("check", "--fix", "c/1")
    #expect(run.status == 65)
    #expect(run.errors.contains("error[T0710]"), "\(run.errors)")
    #expect(try folder.text("c/1.yaml") == broken)
  }

  @Test("standard input cannot be fixed in place")
  func standardInput() throws {
    #expect(try timbang(["check", "--fix", "-"], input: BrokenFile.sound).status == 64)
  }
}
