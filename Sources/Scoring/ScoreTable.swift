public import Observations
public import RuleDiagnostics
public import RuleModel

/// The scores of everyone in a data set under one edition.
public struct ScoreTable: Sendable {
  /// The rules that were applied.
  public let edition: Edition
  /// What they were applied to.
  public let observations: ObservationTable
  /// The observations of earlier editions' years that the rules could carry over, by the name of the edition.
  public let earlier: [String: ObservationTable]
  /// What was missing, with what the rules made of it.
  public let missing: MissingObservations
  /// Where nobody was surveyed though parts are recorded there.
  public let notSurveyed: [NotSurveyed]
  /// What did not apply, with what the rules made of it.
  public let notApplicable: [NotApplicable]
  /// The institutions that have no score, because an observation that the rules insist on is missing or a formula failed.
  public let refused: Set<Int>
  /// The rules made flat.
  package let plan: Plan
  /// What the plan ran over.
  package let survey: Survey
  /// The values of all parts.
  public let values: PartValues

  /// The exact, unrounded total of an institution; nil if it has no score.
  public func total(of institution: Int) -> Fraction? {
    refused.contains(institution) ? nil : values.total(of: institution)
  }

  /// Tells whether an entity has a weight beside its siblings. Without one, nothing that was scored in it goes into the scores above it.
  public func counts(_ entity: Int, on rung: Int) -> Bool {
    rung == 0 || survey.weight(of: entity, on: rung, plan.combines[rung]) != nil
  }

  /// The number by which ``values`` knows a part; nil if there is none of that id.
  public func partIndex(_ id: String) -> Int? {
    plan.nodes.firstIndex { $0.id == id }
  }

  /// The rung on which a part gets its value, 0 for the top.
  public func rung(ofPart index: Int) -> Int {
    plan.nodes[index].rung
  }
}

extension CheckedEdition {
  /// Scores everyone in a table, exactly. Reports each missing observation that the rules insist on, and each institution without a score.
  ///
  /// `earlier` holds the observations of earlier editions' years, by the name of the edition, for rules that carry them over.
  /// Complexity: linear in the number of cells times the depth of the rules.
  public func score(
    _ table: ObservationTable, carrying earlier: [String: ObservationTable] = [:], log: inout DiagnosticLog
  ) -> ScoreTable {
    let plan = Plan(self)
    let survey = Survey(table, for: plan, of: edition, earlier: earlier)
    var evaluator = Evaluator(plan, over: survey)
    var values = evaluator.run()
    let closed = ClosedGroups(evaluator.closed, in: plan, table.population)
    let counted = evaluator.missing.filter {
      closed.reachTotal(from: $0.part, for: plan.asker(of: $0, in: table.population), on: plan.nodes[$0.part].rung)
    }
    let missing = MissingObservations(counted, of: plan, in: survey)
    let notApplicable = plan.named(evaluator.notApplicable, in: survey)
    let unweighed = plan.unweighed(in: survey, values, closed)
    values.forget(above: unweighed, in: plan, table.population, closed)
    for observation in evaluator.missing where !observation.isSettled {
      values.forget(observation.part, of: plan.asker(of: observation, in: table.population), in: plan, table.population, closed)
    }
    // A group can pass its goalposts only because what is in it has no value: that was told of the part below, which stands first.
    var faults: [FormulaFault] = []
    for (part, entity, fault) in evaluator.faults {
      let fault = FormulaFault(fault, part: part, entity: entity, of: plan, in: survey)
      guard !fault.isOfGoalposts || !values.isForgotten(part, on: plan.nodes[part].rung, of: entity) else { continue }
      values.forget(part, of: entity, in: plan, table.population, closed)
      if closed.reachTotal(from: part, for: entity, on: plan.nodes[part].rung) { faults.append(fault) }
    }
    let insisted = missing.unsettled.map(\.institution)
    let withoutWeight = unweighed.filter(\.isCounted)
    let scores = ScoreTable(
      edition: edition, observations: table, earlier: earlier, missing: missing, notSurveyed: plan.named(evaluator.unsurveyed),
      notApplicable: notApplicable,
      refused: Set(insisted + withoutWeight.map(\.institution) + faults.map(\.institution)),
      plan: plan, survey: survey, values: values)
    scores.reportRefusals(log: &log)
    scores.reportNotSurveyed(log: &log)
    for fault in faults { fault.report(edition, table.population, log: &log) }
    for entity in withoutWeight { entity.report(edition, table.population, log: &log) }
    scores.reportKinds(log: &log)
    return scores
  }
}

extension ScoreTable {
  fileprivate func reportRefusals(log: inout DiagnosticLog) {
    let parts = edition.score.subtree.reduce(into: [:]) { $0[$1.id.value] = $1 }
    for observation in missing.unsettled {
      let path = observations.population.rungs[observation.rung][observation.entity].path
      let label = edition.fields[observation.column].label
      let part = parts[observation.part]
      let (place, why) = (place(of: observation.policy, in: part), reason(for: observation.policy))
      log.error(
        .missingObservation, at: place,
        Words(
          id: "`\(path)` tidak punya nilai untuk `\(observation.field)` (\(label.id)), dan \(why.id)",
          en: "`\(path)` has no value for `\(observation.field)` (\(label.en)), and \(why.en)"),
        help: remedy(for: observation, path))
    }
    for institution in observations.population.rungs[0].indices where !refused.contains(institution) && total(of: institution) == nil {
      let name = observations.population.rungs[0][institution].path
      log.error(
        .noScore, at: nil, Words(id: "`\(name)` tidak punya satu pun bagian yang bernilai", en: "`\(name)` has no part with a value"),
        help: Words(
          id: "periksa apakah datanya memuat bidang-bidang edisi ini", en: "check whether its data hold the fields of this edition"))
    }
  }

  /// What is carried over is a matter of the line that says so; else the part is what the reader has to look at.
  private func place(of policy: MissingPolicy, in part: Part?) -> SourceRange? {
    if case .carry = policy, let line = part?.missingRange { return line }
    return part?.id.range
  }

  /// Why there is no score without the observation.
  private func reason(for policy: MissingPolicy) -> Words {
    guard case .carry(let earlier) = policy else {
      return Words(id: "aturan tidak mengizinkan data kosong", en: "the rules allow none to be missing")
    }
    return survey.earlier[earlier] == nil
      ? Words(
        id: "data edisi \(earlier), yang nilainya diteruskan aturan, tidak disertakan",
        en: "the data of edition \(earlier), from which the rules carry it over, were not given")
      : Words(
        id: "data edisi \(earlier), yang nilainya diteruskan aturan, juga tidak memuatnya",
        en: "the data of edition \(earlier), from which the rules carry it over, do not hold it either")
  }

  private func remedy(for observation: MissingObservation, _ path: String) -> Words {
    guard case .carry(let earlier) = observation.policy else {
      return Words(
        id:
          "tambahkan baris `\(path)`, `\(observation.field)` pada data, atau tulis `missing: skip` atau `missing: zero` pada bagian ini",
        en: "add a row `\(path)`, `\(observation.field)` to the data, or write `missing: skip` or `missing: zero` in this part")
    }
    guard survey.earlier[earlier] == nil else {
      return Words(id: "tambahkan barisnya pada salah satu data", en: "add the row to one of the two")
    }
    return Words(
      id: "sertakan data edisi \(earlier): `--carry \(earlier)=BERKAS`",
      en: "give the data of edition \(earlier): `--carry \(earlier)=FILE`")
  }

  /// A ladder weighted by kind needs the kind of every entity.
  fileprivate func reportKinds(log: inout DiagnosticLog) {
    for (rung, combine) in plan.combines.enumerated().dropFirst() {
      guard case .weightedByKind(let weights) = combine else { continue }
      let population = observations.population
      let hasWeight = population.kinds(on: rung).map { weights[$0] != nil }
      for index in population.rungs[rung].indices where !(population.kind(of: index, on: rung).map { hasWeight[$0] } ?? false) {
        let entity = population.rungs[rung][index]
        let known = weights.keys.sorted().joined(separator: ", ")
        log.error(
          .entityKind, at: nil,
          Words(
            id: "jenis `\(entity.path)` (\(entity.kind ?? "tidak ada")) tidak punya bobot",
            en: "the kind of `\(entity.path)` (\(entity.kind ?? "none")) has no weight"),
          help: Words(
            id: "tulis jenisnya di entities.csv; yang berbobot: \(known)", en: "write its kind in entities.csv; with a weight: \(known)"))
      }
    }
  }
}
