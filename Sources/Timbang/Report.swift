public import Comparison
public import ReportPages
public import RuleDiagnostics

extension HTMLReport {
  /// Prepares a report whose policy allows its own script and nothing else.
  public init(
    _ year: ReportedYear, since comparison: (old: ReportedYear, changes: YearComparison)? = nil, languages: [Language],
    detail: Detail = .auto, tool: String
  ) {
    self.init(
      year, since: comparison, languages: languages, detail: detail, tool: tool, scriptDigest: Digest(of: HTMLReport.script).base64)
  }
}

extension Digest {
  /// The digest as content security policies write it: base 64, without a word for the algorithm.
  var base64: String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let some = bytes[start..<min(start + 3, bytes.count)]
      let bits = some.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - some.count))
      for place in 0..<4 {
        out.append(place <= some.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Writes a report whole or not at all: who reads meanwhile finds the old file or the new one.
public func writeReport(_ text: String, to path: String) throws(FileWritingError) {
  try writeFile(path, Array(text.utf8))
}
