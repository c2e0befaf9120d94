internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

/// Turns the nodes of a whole edition into an `Edition`, reporting every mistake on the way.
///
/// What could not be read is left out and remembered in `unreliable`, so that no check complains about its consequences.
struct EditionDecoder {
  var log = DiagnosticLog()
  /// Groups whose list of children could not be read completely.
  var unreliable: Set<String> = []
  /// The parts beside whose weight stands a key that is probably a misspelling of it.
  var doubtfulWeights: Set<String> = []
  var rungs: [Rung] = []
  var fields: [Field] = []
  /// The rung of each field.
  var rungOfField: [String: String] = [:]
  var scale: ClosedRange<Fraction> = Fraction(0)...Fraction(100)
  /// The fields that could not be read, so that their use is not reported as well.
  var brokenFields: Set<String> = []
  /// The sections that could not be read at all, so that every use of what they name is not reported as well.
  var brokenSections: Set<String> = []
  /// The kinds of which `count` says a number.
  var countedKinds: [CountedKind] = []
  /// The ends of zones and bands that the file prints.
  var printedEnds: [PrintedEnd] = []

  /// Reads a whole edition; nil if something without which nothing can be checked is missing.
  mutating func edition(from root: YAMLNode, file: String, history: [EditionStep]) -> Edition? {
    let what = Words(id: "berkas aturan", en: "the rule file")
    guard var reader = MappingReader(root, .edition, as: what, log: &log) else { return nil }
    readFormat(&reader)
    let family = reader.required("id", of: what, log: &log).flatMap {
      log.name($0, as: Words(id: "keluarga aturan", en: "the rule family"))
    }
    let name = reader.required("edition", of: what, log: &log).flatMap { log.name($0, as: Words(id: "edisi", en: "the edition")) }
    let status = reader.optional("status").flatMap { log.choice($0, as: Words(same: "`status`"), of: Edition.Status.self) } ?? .draft
    let title = reader.optional("title").flatMap { log.words($0, as: Words(same: "`title`")) }
    let sources = reader.optional("sources").map { self.sources(from: $0) } ?? []
    reader.optional("scale").map { readScale(from: $0) }
    reader.required("units", of: what, log: &log).map { readLadder(from: $0) }
    reader.required("fields", of: what, log: &log).map { readFields(from: $0) }
    let defaults = Defaults(from: reader.optional("defaults"), log: &log)
    let scoreNode = reader.required("score", of: what, log: &log)
    let zonesNode = reader.required("zones", of: what, log: &log)
    let flagsNode = reader.optional("flags")
    // Read by the loader, which takes it out.
    reader.leave("lineage")
    reader.refuse(["precision"], log: &log)
    reader.finish(as: what, log: &log)

    let inherited = Inherited(
      rung: rungs.first?.id.value ?? "", missing: defaults.missing, notApplicable: defaults.notApplicable, citations: [],
      provenance: .assumed)
    for field in fields { rungOfField[field.id.value] = field.rung }
    let score = scoreNode.flatMap { part(from: $0, inheriting: inherited, isTotal: true) }
    let zones = zonesNode.flatMap { self.zones(from: $0) }
    let flags = flagsNode.map { self.flags(from: $0) } ?? []
    guard let family, let name, let score, let zones, !rungs.isEmpty else { return nil }
    return Edition(
      family: family.value, name: name.value, status: status, title: title ?? Words(same: "\(family.value) \(name.value)"),
      file: file, scale: scale, weightsSum: defaults.weightsSum, sources: sources, rungs: rungs, fields: fields,
      score: score, zones: zones, flags: flags, history: history)
  }

  private mutating func readFormat(_ reader: inout MappingReader) {
    guard let node = reader.required("timbang", of: Words(id: "berkas aturan", en: "the rule file"), log: &log) else { return }
    guard let text = log.text(node, as: Words(same: "`timbang`")), text.value != "1" else { return }
    log.error(
      .formatVersion, at: text.range,
      Words(id: "format `\(text.value)` tidak dikenal", en: "unknown format `\(text.value)`"),
      help: Words(id: "versi timbang ini membaca `timbang: 1`", en: "this version of timbang reads `timbang: 1`"),
      fix: Fraction(exact: text.value) == .one ? Fix(writing: "1", at: text.range) : nil)
  }

  private mutating func readScale(from node: YAMLNode) {
    let what = Words(id: "skala nilai `scale`", en: "the range of scores `scale`")
    guard let range = range(from: node, as: what) else { return }
    scale = range
  }

  /// A pair `[lowest, highest]`.
  mutating func range(from node: YAMLNode, as what: Words) -> ClosedRange<Fraction>? {
    guard let items = node.items, items.count == 2 else {
      log.error(
        .range, at: node.range, Words(id: "\(what.id) harus pasangan angka", en: "\(what.en) must be a pair of numbers"),
        help: Words(id: "tulis `[terendah, tertinggi]`, misalnya `[0, 100]`", en: "write `[lowest, highest]`, such as `[0, 100]`"))
      return nil
    }
    guard let low = log.number(items[0], as: what), let high = log.number(items[1], as: what) else { return nil }
    guard low.value < high.value else {
      log.error(
        .range, at: node.range,
        Words(
          id: "\(what.id) mulai pada \(low.value) dan berakhir pada \(high.value)",
          en: "\(what.en) begins at \(low.value) and ends at \(high.value)"),
        help: Words(id: "angka pertama harus lebih kecil daripada yang kedua", en: "the first number must be less than the second"))
      return nil
    }
    return low.value...high.value
  }
}

/// What the rule file says once for all parts.
struct Defaults {
  /// With its place, if it is written.
  var missing: (policy: MissingPolicy, range: SourceRange?) = (.error, nil)
  var notApplicable = NotApplicablePolicy.skip
  var weightsSum: Fraction?

  init(from node: YAMLNode?, log: inout DiagnosticLog) {
    let what = Words(same: "`defaults`")
    guard let node, var reader = MappingReader(node, .defaults, as: what, log: &log) else { return }
    if let node = reader.optional("missing"), let policy = log.missingPolicy(node) { missing = (policy, node.range) }
    if let policy = reader.optional("not_applicable").flatMap({
      log.choice($0, as: Words(same: "`not_applicable`"), of: NotApplicablePolicy.self)
    }) {
      notApplicable = policy
    }
    weightsSum = reader.optional("weights_sum").flatMap { log.number($0, as: Words(same: "`weights_sum`")) }?.value
    reader.finish(as: what, log: &log)
  }
}

/// What a group passes down to its parts.
struct Inherited {
  var rung: String
  /// With its place, if it is written.
  var missing: (policy: MissingPolicy, range: SourceRange?)
  var notApplicable: NotApplicablePolicy
  var citations: [Citation]
  var provenance: Provenance
}
