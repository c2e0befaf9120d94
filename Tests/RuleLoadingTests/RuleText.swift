import RuleDiagnostics
import RuleLoading
import Testing

/// A rule file in which `⟦` and `⟧` enclose the words that a finding must name.
struct RuleText {
  let source: SourceFile
  /// `line:column-line:column`, counted here by other means than in the loader; nil without marks.
  let place: String?
  /// The words between the marks.
  let marked: String

  init(_ text: String, name: String = "uji/2022.yaml") {
    guard text.utf8.contains(0xE2) else {
      source = SourceFile(name: name, bytes: Array(text.utf8))
      (place, marked) = (nil, "")
      return
    }
    var bytes: [UInt8] = []
    var ends: [(place: String, offset: Int)] = []
    var (line, column) = (1, 1)
    for scalar in text.unicodeScalars {
      if scalar == "⟦" || scalar == "⟧" {
        ends.append(("\(line):\(column)", bytes.count))
        continue
      }
      bytes += Array(String(scalar).utf8)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    source = SourceFile(name: name, bytes: bytes)
    place = ends.count == 2 ? "\(ends[0].place)-\(ends[1].place)" : nil
    marked = ends.count == 2 ? String(decoding: bytes[ends[0].offset..<ends[1].offset], as: UTF8.self) : ""
  }

  /// The smallest sound file.
  static let sound = """
    timbang: 1
    id: uji
    edition: 2022
    sources: {pedoman: {title: Pedoman penilaian}}
    units: {unit: {}}
    fields: {ada: {per: unit, type: yes_no}}
    score: {id: total, cite: pedoman, yes_no: ada}
    zones: {cite: pedoman, ladder: [{id: merah, from: 0}]}
    """

  /// A sound file with two indicators, which other editions extend.
  static let base = with(
    """
    edition: 2021
    fields: {ada: {per: unit, type: yes_no}, buka: {per: unit, type: yes_no}}
    score:
      id: total
      cite: pedoman
      parts:
        - {id: masuk, weight: 60, yes_no: ada}
        - {id: proses, weight: 40, parts: [{id: jam, weight: 1, yes_no: buka}]}
    """)

  /// The smallest sound file with other sections: one stands in the place of the section of its key, a new one behind the last.
  static func with(_ sections: String, in text: String = sound) -> String {
    var result = split(text)
    for section in split(sections) {
      let same = result.firstIndex { key(of: $0) == key(of: section) }
      if let same { result[same] = section } else { result.append(section) }
    }
    return result.joined(separator: "\n") + "\n"
  }

  /// An edition that extends another with these named changes.
  static func extending(_ edition: String = "2021", changes: String = "") -> String {
    "timbang: 1\nid: uji\nedition: 2022\nextends: \(edition)\n" + (changes.isEmpty ? "" : "changes:\n" + indented(changes))
  }

  /// One named change with these edits.
  static func change(_ edits: String) -> String {
    extending(changes: "- id: ubah\n  title: {id: Ubah, en: Change}\n  cite: pedoman\n  edits:\n" + indented(indented(edits)))
  }

  private static func indented(_ text: String) -> String {
    text.utf8.split(separator: 0x0A).map { "  \(Substring($0))\n" }.joined()
  }

  private static func split(_ text: String) -> [String] {
    // Bytes, not characters, so that the files of hostile size are made quickly.
    text.utf8.split(separator: 0x0A).reduce(into: []) { sections, line in
      let line = Substring(line)
      if line.utf8.first == 0x20, let last = sections.indices.last { sections[last] += "\n\(line)" } else { sections.append(String(line)) }
    }
  }

  private static func key(of section: String) -> String {
    String(section.prefix { $0 != ":" }.filter { $0 != "⟦" && $0 != "⟧" })
  }
}

/// Loads the text of an edition with every check; `others` are the editions that can be extended, by name.
func load(_ text: String, as edition: String = "2022", extending others: [String: String] = [:]) -> EditionLoader.Loaded {
  let files = others.reduce(into: [:]) { $0[$1.key] = RuleText($1.value, name: "uji/\($1.key).yaml").source }
  return EditionLoader { edition, _ in files[edition] }.check(RuleText(text, name: "uji/\(edition).yaml").source)
}

extension SourceRange {
  /// `line:column-line:column`.
  var place: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}

extension EditionLoader.Loaded {
  /// Code and place of each finding.
  var summary: [String] { log.diagnostics.map { "\($0.code.rawValue) \($0.range?.place ?? "-")" } }
  /// Code, severity and place of each finding, one a line, for a failure that can be read.
  var findings: String {
    log.diagnostics.map { "\($0.code.rawValue) \($0.severity) \($0.range?.description ?? "-"): \($0.message.en)" }.joined(separator: "\n")
  }
}
