import RuleDiagnostics
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("wieght", "weight"), ("bobo", "bobot"), ("Weight", "weight"), ("lable", "label"), ("ib", "id"), ("total", "total"),
  ])
  func `a misspelt name means the nearest`(name: String, meant: String) {
    #expect(nearestName(to: name, among: ["id", "label", "weight", "bobot", "total"]) == meant)
  }

  @Test(arguments: ["", "x", "xy", "pengaduan", String(repeating: "weight", count: 20)])
  func `a name that is far from all means none`(name: String) {
    #expect(nearestName(to: name, among: ["a", "id", "label", "weight", "", String(repeating: "weight", count: 21)]) == nil)
  }

  @Test func `of two equally near names the first in the alphabet is meant, in whatever order they come`() {
    #expect(nearestName(to: "kota", among: ["kotb", "kotc"]) == "kotb")
    #expect(nearestName(to: "kota", among: ["kotc", "kotb"]) == "kotb")
    #expect(nearestName(to: "kota", among: ["kbtc", "kotaa"]) == "kotaa")
  }

  @Test func `two letters that changed places are one mistake`() {
    #expect(nearestName(to: "form", among: ["from"]) == "from")
  }
}
