import Testing

@testable import Exporting

@Suite("What a spreadsheet makes of text")
struct SpreadsheetTextTests {
  @Test(
    "a formula is recognised, also behind blanks",
    arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "'x", "\n=1", "-"])
  func run(_ text: String) {
    #expect(SpreadsheetText.isRun(text))
  }

  @Test("harmless text is left alone", arguments: ["", "kota-balikpapan", "a=b", "<script>", "1+1", "x@y", " x"])
  func harmless(_ text: String) {
    #expect(!SpreadsheetText.isRun(text))
  }

  @Test(
    "what would become a date or lose digits is recognised",
    arguments: ["3/4", "1-2", "0012", "2E5", "Mar-22", "jan 5", "12.5", "1234567890123456", "Mei-3"])
  func changed(_ text: String) {
    #expect(SpreadsheetText.isChanged(text))
  }

  @Test("plain numbers and names stay as they are", arguments: ["2022", "0", "a", "Maria", "sekolah-3", "Marina 2b", "hijau"])
  func unchanged(_ text: String) {
    #expect(!SpreadsheetText.isChanged(text))
  }
}
