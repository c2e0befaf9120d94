import Foundation
import Testing

/// One case of yaml-test-suite: a text, and the events a reader of YAML 1.2 makes of it.
struct SuiteCase: CustomTestStringConvertible {
  let id: String
  let name: String
  let isInvalid: Bool
  let bytes: [UInt8]
  let events: [String]

  var testDescription: String { "\(id) \(name)" }

  static let all: [SuiteCase] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    guard let file = try? Data(contentsOf: tests.appending(path: "YAMLTestSuite/cases.tsv")) else { return [] }
    return file.split(separator: UInt8(ascii: "\n")).map { SuiteCase(Array($0)) }
  }()

  private init(_ line: [UInt8]) {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { unescaped(Array($0)) }
    id = String(decoding: fields[0], as: UTF8.self)
    name = String(decoding: fields[1], as: UTF8.self)
    isInvalid = fields[2] == Array("invalid".utf8)
    bytes = fields[3]
    // Split at LF only: CR and its like stand inside events.
    events = fields[4].split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Replaces `\n`, `\t`, `\r`, `\b`, `\0`, `\\` and `\xHH`: what cases.tsv and the suite's events write.
func unescaped(_ text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var rest = text[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
      result.append(byte)
      continue
    }
    switch letter {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "0"): result.append(0)
    case UInt8(ascii: "x"):
      result.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0x3F)
      rest = rest.dropFirst(2)
    default: result.append(letter)
    }
  }
  return result
}
