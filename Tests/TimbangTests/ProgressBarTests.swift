import Testing
import Timbang

@Suite("Long runs")
struct ProgressBarTests {
  @Test("a bar of twenty marks is filled in proportion, never over its ends")
  func bar() {
    // 612 x 20 / 1612 = 7.59: seven marks.
    #expect(progressBar(612, of: 1612) == "[#######-------------] 612/1612")
    #expect(progressBar(0, of: 5, width: 5) == "[-----] 0/5")
    #expect(progressBar(5, of: 5, width: 5) == "[#####] 5/5")
    #expect(progressBar(7, of: 5, width: 5) == "[#####] 7/5")
    #expect(progressBar(0, of: 0, width: 3) == "[###] 0/0")
  }
}
