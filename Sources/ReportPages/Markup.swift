internal import Reporting

/// HTML or SVG built from literals and escaped pieces, so that nothing in it is taken for markup that is not ours.
///
/// A text that is interpolated is escaped; only another `Markup` is taken over as it is.
struct Markup: Sendable, ExpressibleByStringInterpolation {
  private(set) var text: String

  init(stringLiteral value: String) {
    text = value
  }

  init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  /// Takes over what is markup already.
  init(rendered text: String) {
    self.text = text
  }

  /// Collects the pieces of a literal.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ piece: String) { text += piece.escapedForHTML }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
    mutating func appendInterpolation(_ markup: Markup?) { text += markup?.text ?? "" }
  }

  static func += (left: inout Markup, right: Markup) { left.text += right.text }
}

extension Sequence<Markup> {
  /// All pieces, one after the other.
  func joined() -> Markup {
    Markup(rendered: map(\.text).joined())
  }
}

extension String {
  /// The text as it may stand between tags and in quoted attributes; what is invisible is spelt out.
  ///
  /// Works on bytes. Escaping by characters misses a quote with a combining mark behind it, which is one character and not the quote.
  var escapedForHTML: String {
    guard utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return visible.withEntities }
    return withEntities
  }

  private var withEntities: String {
    guard utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 24)
    for byte in utf8 {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x3C: bytes += "&lt;".utf8
      case 0x3E: bytes += "&gt;".utf8
      case 0x22: bytes += "&quot;".utf8
      case 0x27: bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
