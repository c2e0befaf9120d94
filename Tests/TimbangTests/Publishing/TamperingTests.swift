import Foundation
import Glibc
import Testing

@testable import Timbang

/// A way to damage a file at one byte.
enum ByteEdit: CaseIterable {
  case flip, delete, insertBlank, insertReturn, insertLine

  func apply(to bytes: [UInt8], at index: Int) -> [UInt8] {
    var bytes = bytes
    switch self {
    // Another bit at each place.
    case .flip: bytes[index] ^= 1 << UInt8(index % 8)
    case .delete: bytes.remove(at: index)
    case .insertBlank: bytes.insert(UInt8(ascii: " "), at: index)
    case .insertReturn: bytes.insert(UInt8(ascii: "\r"), at: index)
    case .insertLine: bytes.insert(UInt8(ascii: "\n"), at: index)
    }
    return bytes
  }
}

@Suite("Tampering with published editions")
struct TamperingTests {
  static let files = ["c/1.yaml", "c/2.yaml", "timbang.lock"]

  @Test("an untouched folder is sound, as often as it is asked, also after a copy and under another name")
  func noFalseAlarm() throws {
    let folder = try PublishedFolder()
    for _ in 0..<20 { #expect(folder.faults() == []) }
    let copy = folder.root.appending(path: "salinan aturan")
    try FileManager.default.copyItem(at: folder.rules, to: copy)
    #expect(Workspace(rulesFolder: copy.path).verify().isSound)
    #expect(Workspace(rulesFolder: copy.path + "/c/..").verify().isSound)
    let link = folder.root.appending(path: "link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.rules)
    #expect(Workspace(rulesFolder: link.path).verify().isSound)
    #expect(Workspace(rulesFolder: link.path).load("c/2").edition != nil)
  }

  @Test("every edit of one byte is found, at every place of every file", arguments: files)
  func everyByte(_ name: String) throws {
    let folder = try PublishedFolder()
    let sound = try folder.bytes(name)
    var missed: [String] = []
    for edit in ByteEdit.allCases {
      for index in sound.indices {
        let bytes = edit.apply(to: sound, at: index)
        guard bytes != sound else { continue }
        try folder.write(bytes, to: name)
        if folder.workspace.verify().isSound { missed.append("\(edit) at \(index)") }
      }
    }
    #expect(missed == [])
    try folder.write(sound, to: name)
    #expect(folder.faults() == [])
  }

  @Test("every single bit of a register counts")
  func everyBit() throws {
    let folder = try PublishedFolder(isLocked: false)
    _ = try folder.lock("c/1")
    let sound = try folder.bytes("timbang.lock")
    var log = DiagnosticLog()
    let entry = RegisterReader.read(SourceFile(name: "timbang.lock", bytes: sound), log: &log)?.entries
    #expect(entry?.count == 1)
    var missed: [String] = []
    for index in sound.indices {
      for bit in 0..<8 {
        var bytes = sound
        bytes[index] ^= 1 << UInt8(bit)
        if RegisterReader.read(SourceFile(name: "timbang.lock", bytes: bytes), log: &log) != nil {
          missed.append("bit \(bit) of byte \(index)")
        }
      }
    }
    #expect(missed == [])
  }

  @Test("a damaged register is a located finding")
  func places() throws {
    let folder = try PublishedFolder()
    let sound = try folder.bytes("timbang.lock")
    for index in sound.indices {
      var log = DiagnosticLog()
      let source = SourceFile(name: "timbang.lock", bytes: ByteEdit.flip.apply(to: sound, at: index))
      let line = source.bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
      #expect(RegisterReader.read(source, log: &log) == nil)
      #expect(log.diagnostics.first?.range?.start.line == min(line, 3), "byte \(index)")
    }
  }

  @Test("CRLF line ends are found, in an edition and in the register", arguments: files)
  func lineEnds(_ name: String) throws {
    let folder = try PublishedFolder()
    try folder.write(try folder.text(name).replacing("\n", with: "\r\n"), to: name)
    #expect(!folder.faults().isEmpty)
  }

  @Test("a register cut off at any byte is found")
  func truncation() throws {
    let folder = try PublishedFolder()
    let sound = try folder.bytes("timbang.lock")
    for count in sound.indices {
      try folder.write(Array(sound[..<count]), to: "timbang.lock")
      #expect(!folder.workspace.verify().isSound, "\(count) bytes")
      if count % 32 == 0 { #expect(folder.workspace.load("c/2").edition == nil, "\(count) bytes") }
    }
  }

  @Test("a register that was emptied or removed is found")
  func noRegister() throws {
    let folder = try PublishedFolder()
    try folder.write("", to: "timbang.lock")
    #expect(folder.faults() == [.lockHeader])
    try folder.write("timbang-lock 1\n", to: "timbang.lock")
    #expect(folder.faults() == [.notLocked])
    try folder.remove("timbang.lock")
    #expect(folder.faults() == [.lockMissing])
    #expect(folder.workspace.load("c/1").log.errorCodes == [.lockMissing])
  }

  @Test("a file that was removed, renamed or moved is found")
  func removal() throws {
    let folder = try PublishedFolder()
    let text = try folder.text("c/2.yaml")
    try folder.remove("c/2.yaml")
    #expect(folder.faults() == [.frozenFile])
    #expect(!folder.workspace.verify(["c/2"]).isSound)
    try folder.write(text, to: "c/2b.yaml")
    #expect(folder.faults() == [.frozenFile])
    #expect(folder.workspace.load("c/2b").log.errorCodes == [.frozenFile])
  }

  @Test("two files that changed places are found")
  func swap() throws {
    let folder = try PublishedFolder()
    let texts = try ["c/1.yaml", "c/2.yaml"].map { try folder.text($0) }
    try folder.write(texts[1], to: "c/1.yaml")
    try folder.write(texts[0], to: "c/2.yaml")
    #expect(folder.faults().contains(.frozenChanged))
    #expect(folder.workspace.load("c/2").log.errorCodes.contains(.frozenChanged))
  }

  @Test("a link in place of a file, its folder or the register is found, whatever it leads to")
  func links() throws {
    for name in ["c/1.yaml", "c", "timbang.lock"] {
      let folder = try PublishedFolder()
      let elsewhere = folder.root.appending(path: "elsewhere")
      try FileManager.default.moveItem(at: folder.url(name), to: elsewhere)
      try FileManager.default.createSymbolicLink(at: folder.url(name), withDestinationURL: elsewhere)
      #expect(!folder.faults().isEmpty, "\(name)")
      #expect(folder.workspace.load("c/1").edition == nil, "\(name)")
      #expect(try folder.run("check", "c/1").status == 65)
    }
  }

  @Test(
    "a register with a rewritten line is found, and what is wrong with it is told",
    arguments: [
      ("entry twice", DiagnosticCode.lockTwice), ("other algorithm", .lockAlgorithm), ("way up", .lockPath), ("from the root", .lockPath),
      ("junk at the end", .lockLine), ("no line end", .lockLine), ("two blanks", .lockLine), ("blank line", .lockLine),
      ("wrong number", .lockSequence), ("lines exchanged", .lockSequence), ("first line gone", .lockChain), ("other day", .lockChain),
      ("other header", .lockHeader), ("byte order mark", .lockHeader), ("field missing", .lockLine), ("fields exchanged", .lockLine),
    ])
  func rewritten(_ name: String, _ code: DiagnosticCode) throws {
    let folder = try PublishedFolder()
    let text = try folder.text("timbang.lock")
    var lines = text.split(separator: "\n").map(String.init)
    switch name {
    case "entry twice": lines.append("3" + lines[2].dropFirst())
    case "other algorithm": lines[1] = lines[1].replacing("scoring=sha256:", with: "scoring=sha1:")
    case "way up": lines[1] = lines[1].replacing("file=c/1", with: "file=c/../c/1")
    case "from the root": lines[1] = lines[1].replacing("file=c/1", with: "file=/c/1")
    case "junk at the end": lines[2] += " # checked"
    case "two blanks": lines[2] = lines[2].replacing(" file", with: "  file")
    case "blank line": lines.insert("", at: 2)
    case "wrong number": lines[2] = "3" + lines[2].dropFirst()
    case "lines exchanged": lines.swapAt(1, 2)
    case "first line gone": lines = [lines[0], "1" + lines[2].dropFirst()]
    case "other day": lines[2] = lines[2].replacing("date=2026-03-02", with: "date=2025-03-02")
    case "other header": lines[0] = "timbang-lock 2"
    case "byte order mark": lines[0] = "\u{FEFF}" + lines[0]
    case "field missing": lines[2] = lines[2].replacing(" date=2026-03-02", with: "")
    case "fields exchanged": lines[2] = lines[2].replacing("scoring=", with: "x=").replacing("document=", with: "scoring=")
    default: break
    }
    try folder.write(lines.joined(separator: "\n") + (name == "no line end" ? "" : "\n"), to: "timbang.lock")
    let log = folder.workspace.verify().log
    #expect(log.errorCodes.contains(code), "\(log.diagnostics.map(\.message.en))")
    #expect(log.diagnostics.allSatisfy { $0.range?.file.hasSuffix("timbang.lock") == true })
    #expect(folder.workspace.load("c/1").edition == nil)
  }

  @Test("what is no file any more, and what the system cannot look at, is told by its name")
  func noFiles() throws {
    let folder = try PublishedFolder(isLocked: false)
    let seal = try #require(try folder.lock("c/1").added.first?.seal)
    // Nothing rests on the first edition.
    try folder.remove("c/2.yaml")
    try folder.remove("c/1.yaml")
    #expect(mkfifo(folder.url("c/1.yaml").path, 0o600) == 0)
    let pipe = folder.workspace.verify().log
    #expect(pipe.errorCodes == [.frozenFile] && pipe.diagnostics.contains { $0.message.en.hasSuffix("edition `c/1` is no file") })
    // With this file, the path is longer than any that the system looks at.
    let name = String(repeating: "x", count: 95)
    try folder.write(Register().adding("c/9", seal, file: "c/\(name).yaml", on: PublishedFolder.day).text, to: "timbang.lock")
    let long = folder.rules.path + String(repeating: "/.", count: (4_050 - folder.rules.path.utf8.count) / 2)
    let unknown = Workspace(rulesFolder: long).verify(["c/9"]).log
    #expect(unknown.errorCodes == [.frozenFile])
    #expect(unknown.diagnostics.first?.message.en.hasSuffix("edition `c/9` cannot be looked at by the system") == true)
    // No disk holds a name of 300 letters.
    let nowhere = Workspace(rulesFolder: "\(folder.rules.path)/\(String(repeating: "x", count: 300))").verify().log
    #expect(nowhere.errorCodes == [.fileUnreadable, .lockMissing])
    #expect(nowhere.diagnostics.last?.message.en.hasSuffix("cannot be read: the system cannot look at it") == true)
  }

  @Test("a line that was forged with its digests is found as soon as another follows it")
  func forged() throws {
    let folder = try PublishedFolder()
    var log = DiagnosticLog()
    let source = SourceFile(name: "timbang.lock", bytes: try folder.bytes("timbang.lock"))
    let register = try #require(RegisterReader.read(source, log: &log))
    let first = register.entries[0]
    let forged = Register().adding(first.name, first.seal, file: first.file, on: CalendarDate(secondsSince1970: 0))
    try folder.write(Register.header + "\n" + forged.entries[0].line + "\n" + register.entries[1].line + "\n", to: "timbang.lock")
    #expect(folder.faults() == [.lockChain])
  }
}
