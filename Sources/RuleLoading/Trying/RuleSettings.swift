public import RuleDiagnostics

/// Values that are to take the place of some in an edition, as a person writes them: `k01.weight=25`, `zones.hijau=80`.
public struct RuleSettings: Sendable {
  /// One value: the way to it by ids and keys, and what it is to be.
  struct Setting: Sendable {
    /// `k01`, `linear`, `best`: at least two pieces, cut at the dots.
    let path: [Marked<String>]
    let value: Marked<String>
    /// The whole argument.
    let range: SourceRange
  }

  /// The arguments, one on a line, so that findings can point at them.
  public let source: SourceFile
  let settings: [Setting]

  /// Reads arguments; reports those that are no `PART.KEY=VALUE`, and then gives nothing.
  ///
  /// `name` is what findings call the place where they stand: `--set`.
  public init?(_ arguments: [String], name: String = "--set", log: inout DiagnosticLog) {
    let lines = arguments.map { $0.replacing(mark: "\r", with: " ").replacing(mark: "\n", with: " ") }
    source = SourceFile(name: name, bytes: Array(lines.joined(separator: "\n").utf8))
    var settings: [Setting] = []
    var start = 0
    for line in lines {
      if let setting = RuleSettings.setting(line, at: start, in: source, log: &log) { settings.append(setting) }
      start += line.utf8.count + 1
    }
    self.settings = settings
    guard settings.count == lines.count else { return nil }
  }

  private static func setting(_ line: String, at start: Int, in source: SourceFile, log: inout DiagnosticLog) -> Setting? {
    let bytes = Array(line.utf8)
    let whole = source.range(start, start + bytes.count)
    let piece = { (range: Range<Int>) in
      Marked(String(decoding: bytes[range], as: UTF8.self), at: source.range(start + range.lowerBound, start + range.upperBound))
    }
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")), sign > 0, sign + 1 < bytes.count else {
      log.error(
        .wrongShape, at: whole,
        Words(id: "`\(line)` tidak menyebut nilai baru", en: "`\(line)` names no new value"), help: RuleSettings.form)
      return nil
    }
    var path: [Marked<String>] = []
    var first = 0
    for place in 0...sign where place == sign || bytes[place] == UInt8(ascii: ".") {
      path.append(piece(first..<place))
      first = place + 1
    }
    guard path.count > 1, path.allSatisfy({ !$0.value.isEmpty }) else {
      let name = piece(0..<sign)
      log.error(
        .wrongShape, at: name.range,
        Words(id: "`\(name.value)` tidak menyebut bagian dan kuncinya", en: "`\(name.value)` does not name a part and its key"),
        help: RuleSettings.form)
      return nil
    }
    return Setting(path: path, value: piece(sign + 1..<bytes.count), range: whole)
  }

  private static let form = Words(
    id: "tulis `BAGIAN.KUNCI=NILAI`, misalnya `input.weight=25` atau `zones.hijau=80`",
    en: "write `PART.KEY=VALUE`, such as `input.weight=25` or `zones.hijau=80`")
}
