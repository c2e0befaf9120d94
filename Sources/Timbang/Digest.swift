internal import CNettle
public import Reporting
public import RuleDiagnostics
public import RuleModel

/// The SHA-256 digest of some bytes: 64 hexadecimal digits that stand for them and for no others.
public struct Digest: Hashable, Sendable {
  private static let size = 32
  let bytes: [UInt8]

  /// Digests `content`. Complexity: linear in its length.
  public init(of content: [UInt8]) {
    self.init(content.span)
  }

  /// Digests what a file holds as it lies on the disk: of a sheet its whole workbook.
  init(of file: SourceFile) {
    self = file.original.withBytes { Digest($0) }
  }

  private init(_ content: Span<UInt8>) {
    var context = sha256_ctx()
    var bytes = [UInt8](repeating: 0, count: Digest.size)
    nettle_sha256_init(&context)
    content.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    nettle_sha256_digest(&context, Digest.size, &bytes)
    self.bytes = bytes
  }

  /// Digests the UTF-8 of `text`.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }
}

extension Digest: LosslessStringConvertible {
  /// What names the algorithm in the written form.
  static let algorithm = "sha256:"

  /// Reads the written form, and nothing that is only similar: `sha256:` and 64 digits, small letters.
  public init?(_ text: String) {
    let prefix = Array(Digest.algorithm.utf8)
    let written = Array(text.utf8)
    guard written.count == prefix.count + 2 * Digest.size, written.starts(with: prefix) else { return nil }
    let digits = written.dropFirst(prefix.count).compactMap(Digest.value)
    guard digits.count == 2 * Digest.size else { return nil }
    bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// The written form, `sha256:` and 64 digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let written = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return Digest.algorithm + String(decoding: written, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension Edition {
  /// The digest of what can move a score or a zone. Two spellings of one edition have the same.
  public var scoringDigest: Digest { Digest(of: EditionText(self, extent: .scoring).text()) }

  /// The digest of everything that a reader of the edition sees, labels and sources too.
  public var documentDigest: Digest { Digest(of: EditionText(self, extent: .document).text()) }
}

extension OriginStamp {
  /// Stamps a result with its rules and the files of its data: the observations in their order, then the directories in theirs.
  ///
  /// The digest of the data is the digest of one line for each file, `sha256:` with the 64 digits of the file's bytes and a line end.
  /// In a shell: `for f in FILES; do echo "sha256:$(sha256sum < $f | cut -c 1-64)"; done | sha256sum`.
  public init(rules: Edition, data: [SourceFile]) {
    let lines = data.map { "\(Digest(of: $0))\n" }.joined()
    self.init(
      scoring: "\(rules.scoringDigest)", document: "\(rules.documentDigest)", data: "\(Digest(of: lines))",
      version: timbangVersion)
  }
}
