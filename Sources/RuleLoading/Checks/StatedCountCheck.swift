internal import RuleDiagnostics
internal import RuleModel

/// A heading that states a number of things, such as "14 indikator" or "Four dimensions", has that many.
///
/// Decided only where there is one reading: a number, a word that names parts or zones, and then the end or a stop. The number is right if it
/// is that of any level below the part, or of its indicators.
struct StatedCountCheck: Check {
  static let codes: [DiagnosticCode] = [.statedCount]

  func run(_ rules: CheckedRules, log: inout DiagnosticLog) {
    guard rules.isComplete else { return }
    for part in rules.parts {
      let what = Words(id: "label `\(part.id.value)`", en: "the label of `\(part.id.value)`")
      check(part.label, as: what, at: part.id.range, parts: part.counts, zones: [], rules, log: &log)
    }
    guard let range = rules.titleRange else { return }
    let edition = rules.edition
    check(
      edition.title, as: Words(id: "judul edisi", en: "the title of the edition"), at: range, parts: edition.score.counts,
      zones: edition.zones.counts, rules, log: &log)
  }

  private func check(
    _ heading: Words, as what: Words, at range: SourceRange, parts: [Int], zones: [Int], _ rules: CheckedRules, log: inout DiagnosticLog
  ) {
    for text in heading.id == heading.en ? [heading.id] : [heading.id, heading.en] {
      guard let stated = StatedCount(in: text) else { continue }
      let counts = stated.thing == .zones ? zones : parts
      guard let found = counts.first, !counts.contains(stated.number) else { continue }
      log.warning(
        .statedCount, at: range,
        Words(
          id: "\(what.id) menyebut `\(stated.text)`, padahal dalam edisi \(rules.edition.name) ada \(found)",
          en: "\(what.en) says `\(stated.text)`, but edition \(rules.edition.name) has \(found)"),
        help: Words(
          id: "perbaiki angkanya, atau tambahkan maupun hapus yang tidak cocok", en: "mend the number, or add or remove what does not fit"))
      return
    }
  }
}

extension Part {
  /// The numbers of things that a heading can mean: the parts directly below, the indicators, the parts of each level; the items of a
  /// checklist. None where nothing can be counted.
  fileprivate var counts: [Int] {
    if case .leaf(.checklist(let items, _)) = body { return [items.count] }
    guard !children.isEmpty else { return [] }
    var levels: [Int] = []
    var level = children
    while !level.isEmpty {
      levels.append(level.count)
      level = level.flatMap(\.children)
    }
    return levels + [subtree.count { $0.children.isEmpty }]
  }
}

extension ZoneLadder {
  /// The number of steps, and of colours.
  fileprivate var counts: [Int] { [steps.count, colours.count] }
}

/// A number of things that a text states.
private struct StatedCount {
  enum Thing {
    case parts, zones
  }

  let number: Int
  let thing: Thing
  /// The two words.
  let text: String

  init?(in text: String) {
    let words = text.split(separator: " ").map { $0.lowercased() }
    for index in words.indices.dropLast() {
      let digits = words[index].drop { $0 == "(" }
      let noun = words[index + 1]
      let bare = String(noun.reversed().drop { "():;,.!?".contains($0) }.reversed())
      guard let number = Int(stated: digits), let thing = StatedCount.things[bare] else { continue }
      // What stands before and behind can make it another number: "5 of 13 indicators", "2 new zones".
      let isOpen = index > 0 && digits.count == words[index].count && !StatedCount.beginsPhrase(after: words[index - 1])
      let ends = noun != bare || index + 2 == words.count || words[index + 2].hasPrefix("(") || StatedCount.links.contains(words[index + 2])
      guard !isOpen, ends else { continue }
      (self.number, self.thing, self.text) = (number, thing, "\(digits) \(bare)")
      return
    }
    return nil
  }

  /// Whether a number behind this word does not belong to it.
  private static func beginsPhrase(after word: String) -> Bool {
    !belonging.contains(word) && word.contains(where: \.isLetter)
  }

  private static let belonging: Set<String> = [
    "dari", "of", "sampai", "hingga", "to", "atau", "or", "dan", "and", "ke", "no", "no.", "nomor", "number", "plus", "minimal", "maksimal",
    "least", "most", "over", "lebih", "than", "sekitar", "about", "per", "indikator", "indicator", "tahun",
  ]
  private static let links: Set<String> = ["dan", "and", "dengan", "with"]
  private static let things: [String: Thing] = {
    let parts = [
      "indikator", "indicator", "indicators", "variabel", "variable", "variables", "dimensi", "dimension", "dimensions", "aspek", "aspect",
      "aspects", "domain", "domains", "butir", "item", "items", "komponen", "component", "components", "kelompok", "group", "groups",
    ]
    let zones = ["zona", "zone", "zones", "kategori", "category", "categories"]
    return Dictionary(uniqueKeysWithValues: parts.map { ($0, Thing.parts) } + zones.map { ($0, Thing.zones) })
  }()
}

extension Int {
  /// A number in digits or as a word of either language, up to twelve.
  fileprivate init?(stated text: some StringProtocol) {
    if text.utf8.count <= 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text) {
      self = number
      return
    }
    let names = [
      ["satu", "one"], ["dua", "two"], ["tiga", "three"], ["empat", "four"], ["lima", "five"], ["enam", "six"], ["tujuh", "seven"],
      ["delapan", "eight"], ["sembilan", "nine"], ["sepuluh", "ten"], ["sebelas", "eleven"], ["twelve"],
    ]
    guard let index = names.firstIndex(where: { $0.contains(String(text)) }) else { return nil }
    self = index + 1
  }
}
