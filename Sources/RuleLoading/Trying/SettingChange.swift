internal import MarkedYAML
internal import RuleDiagnostics
internal import RuleModel

/// The named change that some settings amount to, in the form of a rule file that extends the edition.
struct SettingChange {
  /// The names that are no parts and can be set all the same.
  private static let sections = ["zones", "defaults", "units"]

  private let edition: Edition
  private let settings: RuleSettings
  private let tree: ScoreTree?
  private let root: YAMLNode
  /// The edits so far: of parts and rungs by their names, in the order in which they were first named.
  private var edits: [Edit] = []
  private var zones: YAMLNode?
  /// What was set already, with its place.
  private var seen: [String: SourceRange] = [:]

  /// What is set of one target.
  private struct Edit {
    let kind: String
    let name: Marked<String>
    var entries: [YAMLEntry]
  }

  /// Finds what the settings mean in an edition and its resolved nodes; reports what means nothing.
  init(_ edition: Edition, root: YAMLNode, settings: RuleSettings, rescaling: Bool, log: inout DiagnosticLog) {
    self.edition = edition
    self.settings = settings
    self.root = root
    tree = root["score"].flatMap { $0.entries == nil ? nil : ScoreTree(root: $0) }
    for setting in settings.settings {
      let name = setting.path.map(\.value).joined(separator: ".")
      let target = lineNamed(setting.path) ?? name
      if let first = seen[target] {
        log.error(
          .conflictingEdits, at: setting.range, Words(id: "`\(name)` disebut dua kali", en: "`\(name)` is set twice"),
          help: Words(id: "sebut satu nilai saja", en: "give one value only"), notes: [.init(Words(id: "di sini", en: "here"), at: first)])
      } else {
        seen[target] = setting.range
        add(setting, log: &log)
      }
    }
    if rescaling { rescale(log: &log) }
    for place in edits.indices where edits[place].kind == "part" { edits[place].entries += assumed(edits[place]) }
  }

  /// The change as a file.
  var file: YAMLNode {
    let range = SourceRange(file: settings.source.name, at: .start)
    let text = { (text: String) in YAMLNode(content: .scalar(YAMLScalar(text: text, isQuoted: false)), range: range) }
    let mapping = { (entries: [(String, YAMLNode)]) in
      YAMLNode(
        content: .mapping(entries.map { YAMLEntry(key: Marked($0.0, at: $0.1.range), keyIsQuoted: false, value: $0.1) }), range: range)
    }
    let words = { (words: Words) in mapping([("id", text(words.id)), ("en", text(words.en))]) }
    var list = edits.map { edit in
      let name = YAMLNode(content: .scalar(YAMLScalar(text: edit.name.value, isQuoted: false)), range: edit.name.range)
      let body = YAMLNode(content: .mapping(edit.entries), range: edit.name.range)
      let target = edit.kind == "defaults" ? body : name
      let entry = YAMLEntry(key: Marked(edit.kind, at: edit.name.range), keyIsQuoted: false, value: target)
      let entries = edit.kind == "defaults" ? [entry] : [entry] + edit.entries
      return mapping([("set", YAMLNode(content: .mapping(entries), range: edit.name.range))])
    }
    if let zones { list.append(mapping([("replace", mapping([("zones", zones)]))])) }
    let change = mapping([
      ("id", text("what-if")), ("title", words(Words(id: "Andaikan", en: "What if"))),
      ("edits", YAMLNode(content: .sequence(list), range: range)),
    ])
    return mapping([
      ("timbang", text("1")), ("id", text(edition.family)), ("edition", text(edition.name)), ("title", words(edition.title)),
      ("changes", YAMLNode(content: .sequence([change]), range: range)),
    ])
  }

  /// The zone line that a path means, under one name: a colour means its lowest step.
  private func lineNamed(_ path: [Marked<String>]) -> String? {
    guard path.count == 2 || path.count == 3 && path[2].value == "from", path[0].value == "zones" else { return nil }
    let steps = edition.zones.steps
    let step = steps.first { $0.id.value == path[1].value } ?? steps.first { $0.colour == path[1].value }
    return step.map { "zones.\($0.id.value)" }
  }

  // MARK: What one setting means

  private mutating func add(_ setting: RuleSettings.Setting, log: inout DiagnosticLog) {
    let value = YAMLNode(content: .scalar(YAMLScalar(text: setting.value.value, isQuoted: false)), range: setting.value.range)
    if let (part, rest) = target(setting.path, isKnown: { tree?.contains($0) ?? false }) {
      if let key = rest.first { set("part", part, key, rest.dropFirst(), value, in: tree?.head(part.value), log: &log) }
      return
    }
    let rest = setting.path.dropFirst()
    switch setting.path[0].value {
    case "zones": setZone(rest, value, log: &log)
    case "defaults":
      if let key = rest.first { set("defaults", setting.path[0], key, rest.dropFirst(), value, in: root["defaults"], log: &log) }
    case "units":
      guard let (rung, rest) = target(Array(rest), isKnown: { root["units"]?[$0] != nil }), let key = rest.first else {
        reportUnknown(
          rest.first ?? setting.path[0], among: edition.rungs.map(\.id.value), .unknownRung, Words(id: "jenjang", en: "rung"), log: &log)
        return
      }
      set("rung", rung, key, rest.dropFirst(), value, in: root["units"]?[rung.value], log: &log)
    default:
      let parts = edition.score.subtree.map(\.id.value)
      reportUnknown(setting.path[0], among: parts + SettingChange.sections, .unknownPart, Words(id: "bagian", en: "part"), log: &log)
    }
  }

  /// The longest beginning of a path that names something, since names may hold dots, and what follows it; nil if none does.
  private func target(
    _ path: [Marked<String>], isKnown: (String) -> Bool
  ) -> (name: Marked<String>, rest: ArraySlice<Marked<String>>)? {
    for count in stride(from: path.count - 1, to: 0, by: -1) {
      let name = SettingChange.joined(path[..<count])
      if isKnown(name.value) { return (name, path[count...]) }
    }
    return nil
  }

  private static func joined(_ pieces: ArraySlice<Marked<String>>) -> Marked<String> {
    let (first, last) = (pieces[pieces.startIndex].range, pieces[pieces.endIndex - 1].range)
    return Marked(
      pieces.map(\.value).joined(separator: "."), at: SourceRange(file: first.file, start: first.start, end: last.end))
  }

  /// Puts a value under a key of a target, or deeper in what stands under that key.
  private mutating func set(
    _ kind: String, _ name: Marked<String>, _ key: Marked<String>, _ rest: ArraySlice<Marked<String>>, _ value: YAMLNode,
    in head: YAMLNode?,
    log: inout DiagnosticLog
  ) {
    let place = place(of: kind, name)
    let before = edits[place].entries.first { $0.key.value == key.value }?.value ?? head?[key.value]
    guard let new = SettingChange.setting(rest, of: before, to: value, log: &log) else { return }
    edits[place].entries.removeAll { $0.key.value == key.value }
    edits[place].entries.append(YAMLEntry(key: key, keyIsQuoted: false, value: new))
  }

  /// The place of what is set of a target, which may be nothing yet.
  private mutating func place(of kind: String, _ name: Marked<String>) -> Int {
    if let place = edits.firstIndex(where: { $0.kind == kind && $0.name.value == name.value }) { return place }
    edits.append(Edit(kind: kind, name: name, entries: []))
    return edits.count - 1
  }

  /// `node` with a value deeper in it: under keys, or in the row of a list that begins `from` that number.
  private static func setting(
    _ path: ArraySlice<Marked<String>>, of node: YAMLNode?, to value: YAMLNode, log: inout DiagnosticLog
  ) -> YAMLNode? {
    guard let key = path.first else { return value }
    if var items = node?.items, let node {
      for count in stride(from: path.count, to: 0, by: -1) {
        let name = joined(path.prefix(count))
        guard let number = Fraction(exact: name.value),
          let row = items.firstIndex(where: { $0["from"]?.scalar.flatMap { Fraction(exact: $0.text) } == number }),
          let new = setting(path.dropFirst(count), of: items[row], to: value, log: &log)
        else { continue }
        items[row] = new
        return YAMLNode(content: .sequence(items), range: node.range)
      }
      let rows = items.compactMap { $0["from"]?.scalar.map { "`\($0.text)`" } }.joined(separator: ", ")
      log.error(
        .unknownKey, at: key.range, Words(id: "tidak ada baris mulai `\(key.value)`", en: "no row begins at `\(key.value)`"),
        help: rows.isEmpty ? nil : Words(id: "yang ada: \(rows)", en: "there are: \(rows)"))
      return nil
    }
    // What is written in short, such as `round: 2`, is written at length here.
    let mapping = node?.entries == nil ? YAMLNode(content: .mapping([]), range: key.range) : node ?? value
    let count = (1...path.count).reversed().first { mapping[joined(path.prefix($0)).value] != nil } ?? 1
    let name = joined(path.prefix(count))
    return setting(path.dropFirst(count), of: mapping[name.value], to: value, log: &log).map {
      mapping.setting([YAMLEntry(key: name, keyIsQuoted: false, value: $0)])
    }
  }

  private func reportUnknown(
    _ name: Marked<String>, among known: [String], _ code: DiagnosticCode, _ kind: Words, log: inout DiagnosticLog
  ) {
    let list = known.prefix(12).map { "`\($0)`" }.joined(separator: ", ") + (known.count > 12 ? ", ..." : "")
    log.error(
      code, at: name.range, Words(id: "tidak ada \(kind.id) `\(name.value)`", en: "there is no \(kind.en) `\(name.value)`"),
      help: suggestion(for: name.value, among: known) ?? Words(id: "yang ada: \(list)", en: "there are: \(list)"))
  }

  // MARK: Zones

  /// `zones.b` is where the step `b` begins, `zones.hijau` where the colour does; `zones.on` is the figure that decides.
  private mutating func setZone(_ path: ArraySlice<Marked<String>>, _ value: YAMLNode, log: inout DiagnosticLog) {
    guard let node = zones ?? root["zones"], let ladder = node["ladder"], var items = ladder.items else { return }
    let isStep = path.last?.value == "from" && path.count > 1
    let name = SettingChange.joined(isStep ? path.dropLast() : path)
    let assumed = YAMLNode(content: .scalar(YAMLScalar(text: Provenance.assumed.rawValue, isQuoted: false)), range: name.range)
    if name.value == "on" {
      zones = node.setting([YAMLEntry(key: name, keyIsQuoted: false, value: value)])
      return
    }
    let step = items.firstIndex { $0["id"]?.scalar?.text == name.value } ?? items.firstIndex { $0["zone"]?.scalar?.text == name.value }
    guard let step else {
      let known =
        edition.zones.steps.map(\.id.value)
        + edition.zones.colours.filter { colour in
          !edition.zones.steps.contains { $0.id.value == colour }
        }
      reportUnknown(name, among: known, .unknownZone, Words(id: "zona", en: "zone"), log: &log)
      return
    }
    items[step] = items[step].setting("from", to: value)
    // Ends that the file prints are those of its own lines.
    let ladderNow = YAMLNode(content: .sequence(items.map { $0.removing(["to"]) }), range: ladder.range)
    zones = node.setting("ladder", to: ladderNow).setting("provenance", to: assumed)
  }

  // MARK: Weights

  /// Scales the siblings of the parts that got another weight, so that the weights of the group keep their sum.
  private mutating func rescale(log: inout DiagnosticLog) {
    for group in edition.score.subtree where !group.children.isEmpty {
      let set = group.children.compactMap { part in
        weight(setFor: part.id.value).map { (part: part, entry: $0) }
      }
      guard let last = set.last, set.count < group.children.count else { continue }
      let numbers = set.compactMap { $0.entry.value.scalar.flatMap { Fraction(exact: $0.text) } }
      // What is no number is refused where it is read.
      guard numbers.count == set.count else { continue }
      let others = group.children.filter { part in !set.contains { $0.part.id.value == part.id.value } }
      let spare = group.children.map(\.weight.value).sum() - numbers.sum()
      guard spare > .zero else {
        let sum = group.children.map(\.weight.value).sum().decimalText(atMost: 6)
        log.error(
          .weightNotPositive, at: last.entry.value.range,
          Words(
            id: "bobot ini tidak menyisakan apa pun bagi bagian lain di `\(group.id.value)`, yang semuanya berjumlah \(sum)",
            en: "this weight leaves nothing for the other parts of `\(group.id.value)`, which together weigh \(sum)"),
          help: Words(id: "tulis bobot yang lebih kecil dari \(sum)", en: "write a weight below \(sum)"))
        continue
      }
      let factor = spare / others.map(\.weight.value).sum()
      for part in others where factor != .one {
        let text = YAMLScalar(text: (part.weight.value * factor).exactText, isQuoted: true)
        let value = YAMLNode(content: .scalar(text), range: last.entry.value.range)
        let name = Marked(part.id.value, at: last.entry.key.range)
        edits[place(of: "part", name)].entries.append(YAMLEntry(key: last.entry.key, keyIsQuoted: false, value: value))
      }
    }
  }

  private func weight(setFor part: String) -> YAMLEntry? {
    edits.first { $0.kind == "part" && $0.name.value == part }?.entries.first { $0.key.value == "weight" }
  }

  /// Nobody published a number that was set to see what happens.
  private func assumed(_ edit: Edit) -> [YAMLEntry] {
    let provenance = tree?.head(edit.name.value)?["provenance"]?.scalar?.text
    guard provenance != Provenance.assumed.rawValue, !edit.entries.contains(where: { $0.key.value == "provenance" }) else { return [] }
    let value = YAMLNode(content: .scalar(YAMLScalar(text: Provenance.assumed.rawValue, isQuoted: false)), range: edit.name.range)
    return [YAMLEntry(key: Marked("provenance", at: edit.name.range), keyIsQuoted: false, value: value)]
  }

  // MARK: Findings

  /// The findings that concern whoever wrote the settings: errors, and values that stood there already. Each names an argument.
  func worthTelling(of log: DiagnosticLog, rescaled: Bool) -> DiagnosticLog {
    let own = log.keeping { $0.severity == .error || $0.code == .emptyEdit && isArgument($0.range) }
    var told = DiagnosticLog()
    for finding in own.diagnostics {
      let isSum = finding.code == .weightsSum && !rescaled
      let isPlaced = isArgument(finding.range) || finding.notes.contains { isArgument($0.range) }
      // The rules were sound before, so whatever is wrong with them now comes from the arguments.
      let places =
        isPlaced ? [] : settings.settings.prefix(3).map { Diagnostic.Note(Words(id: "diandaikan di sini", en: "set here"), at: $0.range) }
      told.report(
        Diagnostic(
          finding.code, finding.severity, at: finding.range, finding.message, help: isSum ? SettingChange.rescaling : finding.help,
          notes: finding.notes + places))
    }
    return told
  }

  private func isArgument(_ range: SourceRange?) -> Bool { range?.file == settings.source.name }

  private static let rescaling = Words(
    id: "`--rescale` menyesuaikan bobot saudaranya; atau sebut sendiri bobot mereka",
    en: "`--rescale` scales the weights beside it; or name their weights yourself")
}
