internal import Observations
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

/// What the explanations of some institutions take for granted.
struct AssumptionsOfSurvey {
  /// What the rules make everybody assume, in order.
  private let ofRules: [ScoreChange.Assumption]
  /// What each institution assumes besides.
  private var own: [[ScoreChange.Assumption]]
  /// By institution, whether an intermediate score rests on values that the new year did not observe.
  private(set) var isAssumed: [Bool]
  private let rules: PairedRules
  private let survey: PairedSurvey

  /// Finds what follows from the edits alone.
  init(_ placed: [PlacedEdit], _ rules: PairedRules, _ survey: PairedSurvey) {
    self.rules = rules
    self.survey = survey
    own = Array(repeating: [], count: survey.population.count(on: 0))
    isAssumed = own.map { _ in false }
    var common: Set<ScoreChange.Assumption> = []
    for edit in placed {
      switch edit.edit {
      case .came(let part) where !rules.hasEarlierValue(part): common.insert(rules.assumption(.newlyMeasured, part: part))
      case .came(let part) where rules.isBackcast(part): common.insert(rules.assumption(.backcast, part: part))
      case .joined(let rung, let entity):
        let found = survey.population.rungs[rung][entity]
        own[survey.institutions[rung][entity]].append(.init(kind: .newlyMeasured, what: found.path, label: Words(same: found.name)))
      case .scale(let parts) where rules.areRecoded(parts): common.insert(rules.assumption(.recoded, about: edit.levels[0]))
      case .scale(let parts) where rules.columns(of: parts, \.old) != rules.columns(of: parts, \.new):
        common.insert(rules.assumption(.inseparable, about: edit.levels[0]))
      case .went(let part):
        let rungs = rules.rungsNoLongerRecorded(part)
        guard !rungs.isEmpty else { continue }
        let assumption = rules.assumption(.keptOldValue, part: part)
        for institution in survey.institutionsSurveyedTwice(on: rungs) {
          own[institution].append(assumption)
          isAssumed[institution] = true
        }
      default: break
      }
    }
    for column in rules.columnsReadAs {
      let (old, new) = (rules.columns[column].key.old ?? "", rules.columns[column].key.new ?? "")
      let labels = (rules.old.field(old)?.label ?? Words(same: old), rules.new.field(new)?.label ?? Words(same: new))
      common.insert(
        .init(
          kind: .readAs, what: "\(old) \(new)",
          label: Words(id: "\(labels.0.id) → \(labels.1.id)", en: "\(labels.0.en) → \(labels.1.en)")))
    }
    ofRules = AssumptionsOfSurvey.sorted(Array(common))
  }

  /// Takes note of whose intermediate scores rest on values that nobody observed.
  mutating func resting(on values: Set<AssumedValue>) {
    for value in values { isAssumed[survey.institutions[value.rung][value.entity]] = true }
  }

  /// Adds what stands for values that nobody observed.
  mutating func add(_ values: Set<AssumedValue>) {
    for value in values {
      let entity = survey.population.rungs[value.rung][value.entity]
      let part = rules.parts[value.part].id
      let label = rules.label(of: rules.parts[value.part]) ?? Words(same: part)
      own[survey.institutions[value.rung][value.entity]].append(
        .init(
          kind: value.hasPeers ? .peersAverage : .leftOut, what: "\(entity.path) \(part)",
          label: Words(id: "\(label.id), \(entity.name)", en: "\(label.en), \(entity.name)")))
    }
  }

  /// What the explanation of one institution takes for granted, in order.
  func assumptions(of institution: Int) -> [ScoreChange.Assumption] {
    guard !own[institution].isEmpty else { return ofRules }
    var merged: [ScoreChange.Assumption] = []
    var rest = ofRules[...]
    for assumption in AssumptionsOfSurvey.sorted(own[institution]) {
      let before = rest.prefix { $0.precedes(assumption) }
      merged += before
      rest = rest.dropFirst(before.count)
      if merged.last != assumption, rest.first != assumption { merged.append(assumption) }
    }
    return merged + rest
  }

  private static func sorted(_ found: [ScoreChange.Assumption]) -> [ScoreChange.Assumption] {
    found.sorted { $0.precedes($1) }
  }
}

extension ScoreChange.Assumption {
  /// The order in which assumptions are listed.
  fileprivate func precedes(_ other: ScoreChange.Assumption) -> Bool {
    kind == other.kind ? what.precedesByBytes(other.what) : kind.place < other.kind.place
  }
}

extension ScoreChange.Assumption.Kind {
  fileprivate var place: Int { ScoreChange.Assumption.Kind.allCases.firstIndex(of: self) ?? 0 }
}

extension PairedSurvey {
  /// The institutions in which both years surveyed somebody on one of some rungs.
  fileprivate func institutionsSurveyedTwice(on rungs: Set<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for rung in rungs {
      for (entity, institution) in institutions[rung].enumerated() where inOld[rung][entity] && inNew[rung][entity] {
        found.insert(institution)
      }
    }
    return found
  }
}

extension PairedRules {
  fileprivate func assumption(_ kind: ScoreChange.Assumption.Kind, part: Int) -> ScoreChange.Assumption {
    let id = parts[part].id
    return .init(kind: kind, what: id, label: label(of: parts[part]) ?? Words(same: id))
  }

  fileprivate func assumption(_ kind: ScoreChange.Assumption.Kind, about level: PlacedEdit.Level) -> ScoreChange.Assumption {
    .init(kind: kind, what: level.id, label: level.label ?? Words(same: level.id))
  }

  /// Whether parts read the same fields in both years, some of them with other values.
  fileprivate func areRecoded(_ pieces: [Int]) -> Bool {
    let names = Dictionary(twins.map { ($0.old, $0.new) }) { first, _ in first }
    let before = columns(of: pieces, \.old)
    return before.contains { names[$0] != nil } && Set(before.map { names[$0] ?? $0 }) == columns(of: pieces, \.new)
  }

  /// The rungs of the fields that a part of the old year reads and the new instrument lacks.
  fileprivate func rungsNoLongerRecorded(_ part: Int) -> Set<Int> {
    Set(columns(of: [part], \.old).filter { columns[$0].key.new == nil }.map { columns[$0].rung })
  }
}
