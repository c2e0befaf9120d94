public import Comparison
internal import RuleDiagnostics
public import RuleModel

extension JSONValue {
  /// What changed in the rules in the shape `timbang.diff/1.0`; `stamp` says what an edition was read from.
  public static func differences(_ differences: RuleDifferences, from stamp: (Edition) -> OriginStamp) -> JSONValue {
    .object([
      ("format", .string("timbang.diff/1.0")), ("old", rules(differences.old, stamp(differences.old))),
      ("new", rules(differences.new, stamp(differences.new))), ("same", .boolean(differences.isEmpty)),
      ("changes", .array(differences.groups.map { group($0, differences) })),
    ])
  }

  private static func group(_ group: RuleDifferences.Group, _ all: RuleDifferences) -> JSONValue {
    let cited = (group.change?.citations ?? []).map { citation in
      let source = all.new.source(citation.source) ?? all.old.source(citation.source)
      return JSONValue.object([
        ("cite", .string(citation.text)), ("title", source.map { words($0.title) } ?? .null), ("url", optional(source?.url)),
      ])
    }
    return .object(
      [
        ("change", optional(group.change?.id.value)), ("title", group.change.map { words($0.title) } ?? .null),
        ("citations", .array(cited)),
      ] + grounds(group.change?.grounds ?? .unsaid) + [
        ("differences", .array(group.differences.map { difference($0, all) }))
      ])
  }

  static func difference(_ difference: RuleDifference, _ all: RuleDifferences) -> JSONValue {
    .object([
      ("kind", .string(difference.kind.rawValue)), ("subject", .string(difference.subject)), ("label", words(difference.label)),
      ("old", side(difference.old, all)), ("new", side(difference.new, all)),
      ("link", difference.link.map { .object([("kind", .string($0.kind))] + grounds($0.grounds)) } ?? .null),
    ])
  }

  private static func side(_ side: RuleDifference.Side?, _ all: RuleDifferences) -> JSONValue {
    guard let side else { return .null }
    let text = Words(id: all.text(side.value, .id), en: all.text(side.value, .en))
    let place = side.range.map { "\($0.file):\($0.start.line)" }
    return .object([("text", text.id == text.en ? .string(text.en) : words(text)), ("place", optional(place))])
  }
}
