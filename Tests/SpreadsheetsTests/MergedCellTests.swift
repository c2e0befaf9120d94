import RuleDiagnostics
import Testing

@Suite("Merged cells")
struct MergedCellTests {
  private func read(_ rows: [[String]], _ merges: [String]) -> (text: String?, log: DiagnosticLog) {
    let behind = "<mergeCells>" + merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    return WrittenWorkbook(rows: rows.enumerated().map { WrittenWorkbook.row($0 + 1, $1) }.joined(), behindData: behind).read()
  }

  @Test func `a text over several rows of data is an error, for the other rows have no institution`() {
    let (text, log) = read([["institution", "field"], ["kota", "a"], ["", "b"], ["", "c"]], ["A2:A4"])
    #expect(text == nil)
    #expect(log.diagnostics.map(\.code) == [.mergedCells])
    #expect(log.diagnostics.map(\.severity) == [.error])
    #expect(
      log.diagnostics.first?.message.en == "the merged cell A2:A4 gives its content to A2 only; 2 other rows lack `institution`")
    #expect(log.diagnostics.first?.range?.description == "survei.xlsx:Data!A2")
  }

  @Test func `a remark over several rows is a warning`() {
    let (text, log) = read([["institution", "note"], ["kota", "sintetis"], ["kab", ""]], ["B2:B3"])
    #expect(text == "\"institution\",\"note\"\n\"kota\",\"sintetis\"\n\"kab\",\n")
    #expect(log.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `only the first cell has a value, even where a program left others in the file`() {
    let (text, log) = read([["institution", "note"], ["kota", "satu"], ["kab", "dua"]], ["B2:B3"])
    #expect(text == "\"institution\",\"note\"\n\"kota\",\"satu\"\n\"kab\",\n")
    #expect(log.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `several columns of a row are a warning`() {
    let (text, log) = read([["institution", "unit", "field"], ["kota", "", "a"]], ["A2:B2"])
    #expect(text != nil)
    #expect(log.diagnostics.map(\.severity) == [.warning])
    #expect(
      log.diagnostics.first?.message.en == "the merged cell A2:B2 gives its content to A2 only; the other columns of this row are empty")
  }

  @Test func `merges in the header, of empty cells and beside the data say nothing`() {
    let (text, log) = read([["judul", "", ""], ["a", "b", "c"]], ["A1:C1", "E1:F9", "A8:B9"])
    #expect(text != nil)
    #expect(log.diagnostics == [])
  }

  @Test func `a merge over the whole sheet takes no time`() {
    let (text, log) = read([["a", "b"], ["c", "d"]], ["A1:XFD1048576"])
    #expect(text == nil || log.diagnostics.count <= 1)
  }
}
