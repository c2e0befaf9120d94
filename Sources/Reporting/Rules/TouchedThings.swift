internal import Comparison
internal import RuleDiagnostics
internal import RuleModel

/// Says in a few words what some differences of rules are about: names where they are few, numbers where they are many.
struct TouchedThings {
  private let found: [RuleDifference]
  private let all: RuleDifferences
  private let language: Language
  private let withGrounds: Bool

  /// Prepares to tell of differences; with `withGrounds` also that sources and citations are others.
  init(_ found: [RuleDifference], _ all: RuleDifferences, _ language: Language, withGrounds: Bool = false) {
    self.found = found
    self.all = all
    self.language = language
    self.withGrounds = withGrounds
  }

  /// Pieces with semicolons between them; empty if there is nothing to tell.
  var text: String {
    ([parts(.added, in: all.new, say("baru", "new")), parts(.removed, in: all.old, say("dihapus", "dropped")), moved()] + links()
      + [weights()] + values() + zones() + [fields(), labels()] + grounds()).compactMap(\.self)
      .joined(separator: "; ")
  }

  private func say(_ id: String, _ en: String) -> String { language == .id ? id : en }

  private func of(_ kind: RuleDifference.Kind) -> [RuleDifference] { found.filter { $0.kind == kind } }

  /// At most three names, and how many more there are.
  private func names(_ names: [String]) -> String {
    let shown = names.prefix(names.count == 4 ? 4 : 3).joined(separator: ", ")
    let more = names.count - (names.count == 4 ? 4 : 3)
    return more > 0 ? shown + say(" dan \(more) lagi", " and \(more) more") : shown
  }

  // MARK: Parts

  /// Parts that came or went: the topmost of them, with their indicators.
  private func parts(_ kind: RuleDifference.Kind, in edition: Edition, _ word: String) -> String? {
    let ids = Set(of(kind).map(\.subject))
    guard !ids.isEmpty else { return nil }
    let inner = Set(edition.score.subtree.filter { ids.contains($0.id.value) }.flatMap { $0.children.map(\.id.value) })
    let top = edition.score.subtree.filter { ids.contains($0.id.value) && !inner.contains($0.id.value) }
    let told = top.map { part -> String in
      let indicators = part.subtree.count { $0.children.isEmpty && ids.contains($0.id.value) }
      guard !part.children.isEmpty, indicators > 0 else { return part.label[language] }
      return "\(part.label[language]) (\(say("\(indicators) indikator", indicators == 1 ? "1 indicator" : "\(indicators) indicators")))"
    }
    return "\(word): \(names(told))"
  }

  private func moved() -> String? {
    let moved = of(.moved).map { difference -> String in
      guard case .names(let groups) = difference.new?.value, let group = groups.first else { return difference.label[language] }
      let label = all.new.score.subtree.first { $0.id.value == group }?.label[language] ?? group
      return "\(difference.label[language]) → \(label)"
    }
    return moved.isEmpty ? nil : say("dipindahkan: ", "moved: ") + names(moved)
  }

  /// Split, merged and renamed parts.
  private func links() -> [String?] {
    let words: [(RuleDifference.Kind, String)] = [(.split, say("dipecah", "split")), (.merged, say("digabungkan", "merged"))]
    return words.map { kind, word in
      let told = of(kind).map { difference -> String in
        let (before, after) = (labels(difference.old, in: all.old, difference), labels(difference.new, in: all.new, difference))
        return "\(before) → \(after)"
      }
      return told.isEmpty ? nil : "\(word): \(names(told))"
    } + [counted(of(.renamed), say("id diganti", "id changed"), say("id diganti", "ids changed"))]
  }

  private func labels(_ side: RuleDifference.Side?, in edition: Edition, _ difference: RuleDifference) -> String {
    guard case .names(let ids) = side?.value else { return difference.label[language] }
    return ids.map { id in edition.score.subtree.first { $0.id.value == id }?.label[language] ?? id }.joined(separator: " + ")
  }

  /// The highest weights by their numbers, the others by how many they are.
  private func weights() -> String? {
    // In another group a weight is another thing.
    let moved = Set(of(.moved).map(\.subject))
    let found = of(.reweighted).filter { !moved.contains($0.subject) }
    guard !found.isEmpty else { return nil }
    let top = Set(all.new.score.children.map(\.id.value))
    let isHigh = { (difference: RuleDifference) in found.count <= 3 || top.contains(difference.subject) }
    let told = found.filter(isHigh).map { "\(name(ofWeight: $0)) \(number($0.old)) → \(number($0.new))" }
    let rest = found.count - told.count
    let more = say("\(rest) bobot lain", rest == 1 ? "1 other weight" : "\(rest) other weights")
    guard !told.isEmpty else { return say("\(rest) bobot", rest == 1 ? "1 weight" : "\(rest) weights") }
    return say("bobot: ", "weights: ") + names(told) + (rest > 0 ? say(", dan ", ", and ") + more : "")
  }

  private func name(ofWeight difference: RuleDifference) -> String {
    difference.subject == "weights_sum" ? say("jumlah seharusnya", "stated sum") : difference.label[language]
  }

  private func number(_ side: RuleDifference.Side?) -> String {
    guard case .number(let number) = side?.value else { return "-" }
    return language.short(number)
  }

  // MARK: Other things

  private func values() -> [String?] {
    let words: [(RuleDifference.Kind, String)] = [
      (.rescaled, say("skala", "scale")), (.policy, say("data kosong", "missing data")), (.rounding, say("pembulatan", "rounding")),
      (.condition, say("syarat berlaku", "condition")), (.flag, say("penanda", "flags")),
    ]
    let ladder = of(.ladder).map { difference in
      "\(difference.subject == "units" ? say("jenjang", "rungs") : difference.label[language]): "
        + "\(onLadder(difference.old, all.old)) → \(onLadder(difference.new, all.new))"
    }
    return words.map { kind, word in
      let found = of(kind)
      return found.isEmpty
        ? nil : "\(word): \(names(found.map { $0.subject == "scale" ? say("rentang nilai", "range of scores") : $0.label[language] }))"
    } + ladder
  }

  private func onLadder(_ side: RuleDifference.Side?, _ edition: Edition) -> String {
    switch side?.value {
    case .rung(let combine): edition.words(for: combine, language)
    case .count(let count): say("seharusnya ", "expected ") + count.words(language)
    case .names(let names) where !names.isEmpty: names.joined(separator: ", ")
    default: "-"
    }
  }

  private func zones() -> [String] {
    of(.zoneLine).map { difference in
      guard case .number = (difference.new ?? difference.old)?.value else {
        let (before, after) = (all.old.zones.steps.count, all.new.zones.steps.count)
        return before == after
          ? say("kategori zona", "zone categories") : say("kategori zona ", "zone categories ") + "\(before) → \(after)"
      }
      return say("garis \(difference.subject) ", "\(difference.subject) line ") + "\(number(difference.old)) → \(number(difference.new))"
    }
  }

  private func fields() -> String? {
    let found = of(.field)
    let pieces = [
      counted(found.filter { $0.old == nil }, say("isian baru", "new field"), say("isian baru", "new fields")),
      counted(found.filter { $0.new == nil }, say("isian dihapus", "field dropped"), say("isian dihapus", "fields dropped")),
      counted(found.filter { $0.old != nil && $0.new != nil }, say("isian diubah", "field changed"), say("isian diubah", "fields changed")),
    ].compactMap(\.self)
    return pieces.isEmpty ? nil : pieces.joined(separator: ", ")
  }

  private func labels() -> String? {
    let found = of(.label)
    guard found.count <= 2 else { return counted(found, "", say("sebutan", "labels")) }
    let told = found.compactMap { difference -> String? in
      guard case .label(let old) = difference.old?.value, case .label(let new) = difference.new?.value, old[language] != new[language]
      else {
        return nil
      }
      return "\(old[language]) → \(new[language])"
    }
    return told.isEmpty ? nil : say("sebutan: ", "called: ") + told.joined(separator: ", ")
  }

  /// Where figures come from: told of what no change claims, and where nothing else is to be told.
  private func grounds() -> [String?] {
    let origin = origins()
    guard withGrounds || found.allSatisfy({ [.provenance, .citation, .source].contains($0.kind) }) else { return [origin] }
    return [
      origin, counted(of(.citation), say("rujukan", "citation"), say("rujukan", "citations")),
      counted(of(.source), say("sumber", "source"), say("sumber", "sources")),
    ]
  }

  private func origins() -> String? {
    let found = of(.provenance)
    let told = found.map { "\($0.label[language]) \(provenance($0.old)) → \(provenance($0.new))" }
    return told.isEmpty ? nil : say("asal angka: ", "provenance: ") + names(told)
  }

  private func provenance(_ side: RuleDifference.Side?) -> String {
    guard case .provenance(let provenance) = side?.value else { return "-" }
    return provenanceWords(provenance)(language)
  }

  private func counted(_ found: [RuleDifference], _ one: String, _ many: String) -> String? {
    found.isEmpty ? nil : "\(found.count) \(found.count == 1 ? one : many)"
  }
}
