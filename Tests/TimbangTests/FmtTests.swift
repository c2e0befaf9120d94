import Foundation
import Testing
import Timbang

@Suite("timbang fmt")
struct FmtTests {
  static let shipped = ["rules/kepatuhan/2021.yaml", "rules/kepatuhan/2022.yaml", "rules/spbe/2018.yaml"]

  private func text(_ path: String) throws -> String {
    try String(contentsOf: packageFolder.appending(path: path), encoding: .utf8)
  }

  @Test("every rule file in the repository is laid out as it should be")
  func shippedFiles() throws {
    let run = try timbang(["fmt", "--check"] + shippedEditions.map { "rules/\($0).yaml" })
    #expect((run.status, run.output, run.errors) == (0, "", ""))
  }

  @Test("a file whose layout was damaged at random comes back as it was, but for the columns of comments", arguments: FmtTests.shipped)
  func damagedLayout(_ path: String) throws {
    let original = try text(path)
    for seed in UInt64(1)...12 {
      var damage = LayoutDamage(seed: seed)
      let damaged = damage.apply(to: original)
      #expect(damaged != original)
      let run = try timbang(["fmt", "-"], input: damaged)
      #expect(run.status == 0, "seed \(seed): \(run.errors)")
      #expect(withoutColumns(run.output) == withoutColumns(original), "seed \(seed)")
      #expect(try timbang(["fmt", "-"], input: run.output).output == run.output, "seed \(seed)")
    }
  }

  /// The lines of a text, with one blank before each comment.
  private func withoutColumns(_ text: String) -> [String] {
    text.components(separatedBy: "\n").map { line in
      guard let mark = line.range(of: " +# ", options: .regularExpression), line.first != "#" else { return line }
      return line[..<mark.lowerBound].allSatisfy { $0 == " " } ? line : line.replacingCharacters(in: mark, with: " # ")
    }
  }

  @Test("a file is laid out in place, and --check names it before and not after")
  func inPlace() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "2021.yaml")
    try text("rules/kepatuhan/2021.yaml").replacing("id: total\n", with: "id:   total  \n").write(
      to: file, atomically: true, encoding: .utf8)
    let before = try timbang(["fmt", "--check", "2021.yaml"], in: folder)
    #expect((before.status, before.output) == (1, "2021.yaml\n"))
    #expect(try timbang(["fmt", "2021.yaml"], in: folder).output == "2021.yaml: laid out\n")
    #expect(try String(contentsOf: file, encoding: .utf8) == text("rules/kepatuhan/2021.yaml"))
    #expect(try timbang(["fmt", "--check", "2021.yaml"], in: folder).status == 0)
    #expect(try timbang(["fmt", "2021.yaml"], in: folder).output.isEmpty)
  }

  @Test("one broken file, and nothing is written")
  func broken() throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "a:   1\n".write(to: folder.appending(path: "a.yaml"), atomically: true, encoding: .utf8)
    try "a: [1\n".write(to: folder.appending(path: "b.yaml"), atomically: true, encoding: .utf8)
    let run = try timbang(["fmt", "a.yaml", "b.yaml"], in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("error[T0101]") && run.errors.contains("b.yaml:1:4"), "\(run.errors)")
    #expect(try String(contentsOf: folder.appending(path: "a.yaml"), encoding: .utf8) == "a:   1\n")
    #expect(try timbang(["fmt", "c.yaml"], in: folder).status == 66)
  }

  @Test("a published edition in the register is never touched")
  func frozen() throws {
    let published = PublishedFolder.first.replacing("edition: 1", with: "edition:   1")
    let folder = try PublishedFolder(first: published)
    let run = try folder.run("fmt", "rules/c/1.yaml")
    #expect(run.status == 65)
    #expect(run.errors.contains("error[T0710]") && run.errors.contains("frozen"), "\(run.errors)")
    #expect(try folder.text("c/1.yaml") == published)
    #expect(try folder.run("fmt", "--check", "rules/c/1.yaml").status == 0)
  }
}

/// Changes the layout of a rule file at random without changing what it says: deeper blocks, blanks, empty lines, line ends.
struct LayoutDamage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func roll(_ sides: UInt64) -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state % sides
  }

  mutating func apply(to text: String) -> String {
    let depth = Int(roll(3)) + 1
    let lineEnd = roll(2) == 0 ? "\n" : "\r\n"
    let lines = text.components(separatedBy: "\n").dropLast().map { line -> String in
      let indent = line.prefix { $0 == " " }.count
      var content = String(line.dropFirst(indent))
      if content.hasPrefix("- ") { content = "-" + String(repeating: " ", count: 2 * depth - 1) + content.dropFirst(2) }
      var damaged = content.isEmpty ? "" : String(repeating: " ", count: indent * depth)
      damaged += content.hasPrefix("#") ? content : spaced(content)
      damaged += String(repeating: " ", count: Int(roll(3)))
      return content.isEmpty ? String(repeating: damaged + lineEnd, count: Int(roll(3)) + 1) : damaged + lineEnd
    }
    return lines.joined() + String(repeating: lineEnd, count: Int(roll(3)))
  }

  /// Other blanks around the brackets and commas of a line, outside of quotes and comments.
  private mutating func spaced(_ line: String) -> String {
    var out = ""
    var isQuoted = false
    var depth = 0
    for (index, character) in zip(line.indices, line) {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted {
        out.append(character)
        continue
      }
      if character == "#" { return out + line[index...] }
      if "]}".contains(character) {
        depth -= 1
        out += String(repeating: " ", count: Int(roll(3)))
      }
      out.append(character)
      if "[{".contains(character) { depth += 1 }
      if "[{,".contains(character), depth > 0 { out += String(repeating: " ", count: Int(roll(3))) }
    }
    return out
  }
}
