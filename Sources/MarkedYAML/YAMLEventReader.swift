internal import CLibYAML
internal import RuleDiagnostics

/// Feeds a screened file through libyaml, event by event, until `take` returns false or the stream ends.
///
/// Returns the fault at which libyaml gave up, if any. This is the only file that knows libyaml.
func readEvents(of source: SourceFile, _ take: (YAMLEvent) -> Bool) -> SyntaxProblem? {
  // libyaml keeps pointers into the bytes and into the parser itself, so both stay in place until the parse is over.
  source.bytes.withUnsafeBufferPointer { bytes in
    guard let base = bytes.baseAddress, bytes.count > source.contentStart else { return nil }
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    let isReady = yaml_parser_initialize(parser) == 1
    defer { yaml_parser_delete(parser) }

    let reader = YAMLEventReader(
      parser: parser, offsets: ScalarOffsets(bytes, from: source.contentStart), end: source.position(at: bytes.count))
    guard isReady else { return reader.problem() }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, base + source.contentStart, bytes.count - source.contentStart)
    return reader.readAll(take)
  }
}

/// A running libyaml parser together with what turns its marks into places.
private struct YAMLEventReader {
  let parser: UnsafeMutablePointer<yaml_parser_t>
  let offsets: ScalarOffsets
  /// The end of the file, where libyaml pretends that a new line begins.
  let end: Position

  func readAll(_ take: (YAMLEvent) -> Bool) -> SyntaxProblem? {
    var raw = yaml_event_t()
    while yaml_parser_parse(parser, &raw) == 1 {
      defer { yaml_event_delete(&raw) }
      guard raw.type != YAML_STREAM_END_EVENT, take(event(raw)) else { return nil }
    }
    return problem()
  }

  private func position(_ mark: yaml_mark_t) -> Position {
    let offset = offsets.byteOffset(ofScalar: mark.index)
    return offset == end.offset ? end : Position(line: mark.line + 1, column: mark.column + 1, offset: offset)
  }

  /// Copies an event out of C. The union member read is the one that belongs to the event's type.
  private func event(_ raw: yaml_event_t) -> YAMLEvent {
    let start = position(raw.start_mark)
    let end = position(raw.end_mark)
    switch raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      // Copied by its length, since it may hold NUL.
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLEvent(
        kind: .scalar(YAMLScalar(text: text, isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)), start: start, end: end,
        hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = raw.data.sequence_start
      return YAMLEvent(kind: .sequenceStart, start: start, end: end, hasAnchor: sequence.anchor != nil, hasTag: sequence.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let mapping = raw.data.mapping_start
      return YAMLEvent(kind: .mappingStart, start: start, end: end, hasAnchor: mapping.anchor != nil, hasTag: mapping.tag != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .collectionEnd, start: start, end: end)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, start: start, end: end)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, start: start, end: end)
    default: return YAMLEvent(kind: .nothing, start: start, end: end)
    }
  }

  func problem() -> SyntaxProblem {
    let failed = parser.pointee
    let context = text(failed.context)
    return SyntaxProblem(
      problem: failed.error == YAML_MEMORY_ERROR ? "out of memory" : text(failed.problem), place: position(failed.problem_mark),
      context: context,
      contextPlace: position(context.isEmpty ? failed.problem_mark : failed.context_mark))
  }

  private func text(_ words: UnsafePointer<CChar>?) -> String {
    words.map { String(cString: $0) } ?? ""
  }
}
