internal import Comparison
internal import RuleDiagnostics
internal import RuleModel

/// Says in a few words what some differences of rules are about: names where they are few, numbers where they are many.
struct TouchedThings {
  private let found: [RuleDifference]
  private let all: RuleDifferences
  private let language: Language
  private let withGrounds: Bool
  /// Whether these are all the differences that their change made.
  private let isWholeAccount: Bool

  /// Prepares to tell what a named change touched.
  init(by change: NamedChange, _ found: [RuleDifference], _ all: RuleDifferences, _ language: Language) {
    self.found = found
    self.all = all
    self.language = language
    withGrounds = false
    isWholeAccount = !change.keys.isEmpty
  }

  /// Prepares to tell of differences that no change claims, also that sources and citations are others.
  init(unclaimed found: [RuleDifference], _ all: RuleDifferences, _ language: Language) {
    self.found = found
    self.all = all
    self.language = language
    withGrounds = true
    isWholeAccount = true
  }

  /// Pieces with semicolons between them; empty if there is nothing to tell.
  var text: String {
    let told =
      [parts(.added, in: all.new, say("baru", "new")), parts(.removed, in: all.old, say("dihapus", "dropped")), moved()] + links()
      + [criteria(.narrowed, say("lebih ketat", "stricter")), criteria(.widened, say("lebih longgar", "wider"))]
      + [weights()] + values() + zones() + [fields(), labels(), origins()]
    let pieces = told.compactMap(\.self)
    guard withGrounds || pieces.isEmpty else { return pieces.joined(separator: "; ") }
    // Where figures come from is told of what no change claims, and where nothing else is to be told.
    let grounds = [
      counted(of(.renamed), say("nama teknis", "technical name"), say("nama teknis", "technical names")),
      counted(of(.citation), say("rujukan", "citation"), say("rujukan", "citations")),
      counted(of(.source), say("sumber", "source"), say("sumber", "sources")),
    ].compactMap(\.self)
    guard pieces.isEmpty, !withGrounds, !grounds.isEmpty else { return (pieces + grounds).joined(separator: "; ") }
    // Of an edition that was written whole nobody knows what else a change may have made.
    let known = say("tidak ada angka yang berubah", "no figure changed") + " (\(grounds.joined(separator: ", ")))"
    return isWholeAccount ? known : say("hanya ", "only ") + grounds.joined(separator: ", ")
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

  /// Parts that ask more or less for the same answer.
  private func criteria(_ kind: RuleDifference.Kind, _ word: String) -> String? {
    let told = of(kind).map { $0.label[language] }
    return told.isEmpty ? nil : "\(word): \(names(told))"
  }

  /// Split and merged parts.
  private func links() -> [String?] {
    let words: [(RuleDifference.Kind, String)] = [(.split, say("dipecah", "split")), (.merged, say("digabungkan", "merged"))]
    return words.map { kind, word in
      let told = of(kind).map { difference -> String in
        let (before, after) = (labels(difference.old, in: all.old, difference), labels(difference.new, in: all.new, difference))
        return "\(before) → \(after)"
      }
      return told.isEmpty ? nil : "\(word): \(names(told))"
    }
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
      "\(difference.subject == "units" ? say("jenjang", "rungs") : difference.label[language]): \(onLadder(difference))"
    }
    return words.map { kind, word in
      let found = of(kind)
      return found.isEmpty
        ? nil : "\(word): \(names(found.map { $0.subject == "scale" ? say("rentang nilai", "range of scores") : $0.label[language] }))"
    } + ladder
  }

  private func onLadder(_ difference: RuleDifference) -> String {
    guard case .names(let old) = difference.old?.value, case .names(let new) = difference.new?.value else {
      return "\(onLadder(difference.old, all.old)) → \(onLadder(difference.new, all.new))"
    }
    let came = new.filter { !old.contains($0) }.map { "+ \($0.spoken)" }
    let went = old.filter { !new.contains($0) }.map { "− \($0.spoken)" }
    return came + went == [] ? say("urutan lain", "another order") : (came + went).joined(separator: ", ")
  }

  private func onLadder(_ side: RuleDifference.Side?, _ edition: Edition) -> String {
    switch side?.value {
    case .rung(let combine): edition.words(for: combine, language)
    case .count(let count): say("seharusnya ", "expected ") + count.words(language)
    default: "-"
    }
  }

  private func zones() -> [String?] {
    let found = of(.zoneLine)
    let line = { (difference: RuleDifference, side: RuleDifference.Side?) -> String? in
      guard case .number(let number) = side?.value else { return nil }
      return "\(difference.subject) \(language.short(number))"
    }
    let moved = found.compactMap { difference -> String? in
      guard case .number(let old) = difference.old?.value, case .number(let new) = difference.new?.value else { return nil }
      return say("garis \(difference.subject) ", "\(difference.subject) line ") + "\(language.short(old)) → \(language.short(new))"
    }
    let came = found.filter { $0.old == nil }.compactMap { line($0, $0.new) }
    let went = found.filter { $0.new == nil }.compactMap { line($0, $0.old) }
    let (before, after) = (all.old.zones.steps.count, all.new.zones.steps.count)
    let steps = before == after ? "" : " \(before) → \(after)"
    return moved + [
      came.isEmpty ? nil : say("garis baru: ", "new lines: ") + came.joined(separator: ", "),
      went.isEmpty ? nil : say("garis dihapus: ", "lines dropped: ") + went.joined(separator: ", "),
      found.contains { $0.subject == "zones" } ? say("kategori zona", "zone categories") + steps : nil,
    ]
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
