internal import RuleDiagnostics

/// One step of libyaml through a file, free of C.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case alias
    case scalar(YAMLScalar)
    case sequenceStart
    case mappingStart
    case collectionEnd
    /// Stream starts and ends, document ends: nothing to build from.
    case nothing
  }

  let kind: Kind
  let start: Position
  let end: Position
  /// Whether `&name` stands before the node.
  var hasAnchor = false
  /// Whether `!name` stands before the node.
  var hasTag = false
}

/// The fault at which libyaml gave up, in its words and with its places.
struct SyntaxProblem {
  /// What libyaml missed or found too much, in English.
  let problem: String
  /// Where it noticed.
  let place: Position
  /// What it was reading, in English.
  let context: String
  /// Where that began: the opening quote or bracket, the first entry of a mapping; the place itself if it was reading nothing.
  let contextPlace: Position
}
