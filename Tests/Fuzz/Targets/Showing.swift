internal import Reporting
internal import RuleDiagnostics

/// Promises that what was found can be shown: every place lies in its file, and every message can be written.
func show(_ log: DiagnosticLog, in files: [SourceFile]) {
  for diagnostic in log.diagnostics {
    for range in [diagnostic.range].compactMap(\.self) + diagnostic.notes.map(\.range) {
      guard let file = files.first(where: { $0.name == range.file }) else { continue }
      promise(range.start.offset <= range.end.offset, "\(diagnostic.code) ends before it begins")
      promise(range.end.offset <= file.size, "\(diagnostic.code) is at \(range.end.offset) of \(file.size)")
      promise(range.start.line >= 1 && range.start.column >= 1, "\(diagnostic.code) has no line")
    }
    promise(!diagnostic.message.id.isEmpty && !diagnostic.message.en.isEmpty, "\(diagnostic.code) says nothing")
  }
  // Half of the inputs in one language: writing takes longer than most reading.
  let language: Language = files.reduce(0) { $0 + $1.size } % 2 == 0 ? .id : .en
  let text = DiagnosticText(style: TextStyle(language: language, hasColour: false), sources: files).text(log)
  promise(!text.utf8.contains { $0 < 32 && $0 != 10 || $0 == 127 }, "a message holds control characters")
  promise(text.utf8.count < 1_000_000, "a message of \(text.utf8.count) bytes")
}
