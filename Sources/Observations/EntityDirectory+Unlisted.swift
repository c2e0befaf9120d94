internal import RuleDiagnostics
internal import RuleModel

extension EntityDirectory {
  /// Warns of each surveyed entity that the directory does not list though it lists others beside it: most often a misspelt id, which would
  /// pass for somebody who joined the sample.
  func checkUnlisted(in register: EntityRegister, _ ladder: [Rung], log: inout DiagnosticLog) {
    for (rung, nodes) in register.tree.rungs.enumerated() {
      var listed: [Int: [String]] = [:]
      for node in nodes where node.listing != nil { listed[node.parent, default: []].append(visible(register.tree.ids.bytes(of: node.id))) }
      for node in nodes where node.isSurveyed && node.listing == nil && node.lookAlike == nil {
        // On the top rung the directory must list every institution; below, those of an institution that it knows.
        guard let known = rung == 0 ? (listed.isEmpty ? nil : listed.values.flatMap(\.self)) : listed[node.parent] else { continue }
        let id = visible(register.tree.ids.bytes(of: node.id))
        let name = ladder[rung].id.value
        log.warning(
          .cellID, at: register.range(of: node.place),
          Words(id: "`\(id)` tidak ada dalam daftar `\(name)`", en: "`\(id)` is not in the directory of `\(name)`"),
          help: nearestName(to: id, among: known).map { Words(id: "maksudnya `\($0)`?", en: "did you mean `\($0)`?") }
            ?? Words(id: "tambahkan ke daftar bila memang baru disurvei", en: "add it to the directory if it really is newly surveyed"))
      }
    }
  }
}
