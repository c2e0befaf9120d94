import Observations
import RuleDiagnostics
import Testing

/// The quick reading and the careful one must agree on every file, and the quick one must take the files that people really have.
struct QuickReadingTests {
  @Test(arguments: 1...400) func `the quick reading says what the careful one says, or leaves the file to it`(seed: UInt64) {
    let survey = OddSurvey(seed: seed)
    var (quickLog, carefulLog) = (DiagnosticLog(), DiagnosticLog())
    let quick = Survey.reader.readQuickly(survey.files, entities: survey.directories, threads: 1, log: &quickLog)
    let careful = Survey.reader.readCarefully(survey.files, entities: survey.directories, log: &carefulLog)
    guard let quick else {
      #expect(quickLog.diagnostics == [], "seed \(seed)")
      #expect(survey.oddity != nil, "seed \(seed): \(carefulLog.diagnostics)\n\(survey.text)")
      return
    }
    #expect(difference(quick, careful) == nil, "seed \(seed): \(carefulLog.diagnostics)\n\(survey.text)")
    #expect(quickLog.diagnostics == carefulLog.diagnostics, "seed \(seed)\n\(survey.text)")
  }

  @Test(arguments: 1...300, 2...3) func `several threads read what one reads`(seed: UInt64, threads: Int) {
    let survey = OddSurvey(seed: seed)
    var (oneLog, manyLog) = (DiagnosticLog(), DiagnosticLog())
    let one = Survey.reader.readQuickly(survey.files, entities: survey.directories, threads: 1, log: &oneLog)
    let many = Survey.reader.readQuickly(survey.files, entities: survey.directories, threads: threads, smallestShared: 0, log: &manyLog)
    #expect((one == nil) == (many == nil), "seed \(seed)\n\(survey.text)")
    if let one, let many { #expect(difference(many, one) == nil, "seed \(seed)\n\(survey.text)") }
    #expect(oneLog.diagnostics == manyLog.diagnostics, "seed \(seed)")
  }

  @Test(arguments: 1...100) func `shuffled rows say what sorted rows say`(seed: UInt64) throws {
    let survey = OddSurvey(seed: seed, isPlain: true)
    var log = DiagnosticLog()
    let sorted = try #require(Survey.reader.readQuickly([survey.sorted], entities: [], threads: 1, log: &log), "seed \(seed)")
    let shuffled = try #require(
      Survey.reader.readQuickly([survey.shuffled], entities: [], threads: 2, smallestShared: 0, log: &log), "seed \(seed)")
    #expect(sorted.population == shuffled.population, "seed \(seed)")
    for (name, column) in sorted.columns { #expect(column.values == shuffled.columns[name]?.values, "seed \(seed), \(name)") }
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n"])
  func `a sound file is read quickly whatever its separator and line ends`(separator: String, lineEnd: String) throws {
    // A bar stands for the decimal mark.
    let rows = [
      "institution,unit,product,field,value", "k,d,,training,80", "k,d,p,time,1|5", "k,,,budget,3", "k,d,p,charter,ya", "",
      "l,e,,training,", "l,e,,remark,baik sekali",
    ]
    let text = rows.map { $0.replacing(",", with: separator).replacing("|", with: separator == ";" ? "," : ".") }
    let file = SourceFile(name: "obs.csv", bytes: Array(text.joined(separator: lineEnd).utf8))
    var log = DiagnosticLog()
    let table = try #require(Survey.reader.readQuickly([file], entities: [], threads: 1, log: &log))
    #expect(Survey.value("time", "k/d/p", in: table) == "3/2")
    #expect(Survey.value("training", "l/e", in: table) == nil)
    #expect(Survey.value("remark", "l/e", in: table) == "baik sekali")
    // Six rows name a value, one is empty.
    #expect(table.files == [ObservationFile(name: "obs.csv", rows: 5)])
    #expect(table.columns["remark"]?.place(of: 1)?.line == 8)
  }

  @Test func `cells in quotes are read quickly too`() throws {
    let text = Survey.header + "k,\"d\",,remark,\"satu,\ndua \"\"tiga\"\"\"\nk,d,,training,80\nk,\"e, f\",,training,90\n"
    var log = DiagnosticLog()
    let table = try #require(
      Survey.reader.readQuickly([SourceFile(name: "obs.csv", bytes: Array(text.utf8))], entities: [], threads: 1, log: &log))
    #expect(Survey.value("remark", "k/d", in: table) == "satu,\ndua \"tiga\"")
    #expect(table.columns["training"]?.places == [CellPlace(file: 0, line: 4), CellPlace(file: 0, line: 5)])
  }

  @Test func `more entities than are written in one go are read quickly, whichever comes first`() throws {
    let rows = (0..<3000).map { "k,d\($0),,training,\($0 % 101)" }
    let file = SourceFile(name: "obs.csv", bytes: Array((Survey.header + rows.reversed().joined(separator: "\n") + "\n").utf8))
    var (log, carefulLog) = (DiagnosticLog(), DiagnosticLog())
    let table = try #require(Survey.reader.readQuickly([file], entities: [], threads: 1, log: &log))
    #expect(difference(table, Survey.reader.readCarefully([file], entities: [], log: &carefulLog)) == nil)
    // 2999 = 29 x 101 + 70
    #expect(Survey.value("training", "k/d0", in: table) == "0" && Survey.value("training", "k/d2999", in: table) == "70")
  }

  @Test func `a quoted text does not make a row with a cell too many sound`() {
    let text = Survey.header + "k,d,,remark,\"a,b\"\nk,e,,remark,a,b\n"
    var log = DiagnosticLog()
    #expect(Survey.reader.readQuickly([SourceFile(name: "obs.csv", bytes: Array(text.utf8))], entities: [], threads: 1, log: &log) == nil)
    #expect(Survey.findings(Array(text.utf8)).map(\.code) == [.csvRagged])
  }

  @Test func `rows that come field by field are read quickly, with a row in quotes and texts of their own among them`() throws {
    // 100 products in 10 units, 3 fields: whoever comes second was there before, and the reading looks at several rows together.
    let entities = (0..<100).map { "k,d\($0 / 10),p\($0)" }
    var rows = entities.map { "\($0),time,1" } + (0..<10).map { "k,d\($0),,training,\($0)" }
    rows += entities.enumerated().map { "\($1),charter,\($0 % 2 == 0 ? "ya" : "tidak")" }
    rows += (0..<10).map { $0 == 5 ? "k,\"d5\",,remark,\"satu, dua\"" : "k,d\($0),,remark,catatan \($0)" }
    let bytes = Array((Survey.header + rows.joined(separator: "\n") + "\n").utf8)
    var (log, carefulLog) = (DiagnosticLog(), DiagnosticLog())
    let file = SourceFile(name: "obs.csv", bytes: bytes)
    let table = try #require(Survey.reader.readQuickly([file], entities: [], threads: 1, log: &log))
    #expect(difference(table, Survey.reader.readCarefully([file], entities: [], log: &carefulLog)) == nil)
    #expect(Survey.value("remark", "k/d5", in: table) == "satu, dua")
    #expect(Survey.value("remark", "k/d9", in: table) == "catatan 9")
    // The header, 100 times, 10 trainings, then the charters; p7 is the eighth.
    #expect(table.columns["charter"]?.places.compactMap(\.self).map(\.line).min() == 112)
    // A second value for one cell is found there too.
    let twice = SourceFile(name: "obs.csv", bytes: bytes + Array("k,d3,p33,charter,ya\n".utf8))
    #expect(Survey.reader.readQuickly([twice], entities: [], threads: 1, log: &log) == nil)
  }

  @Test func `ids of every length are told apart`() throws {
    // 1 to 200 letters, and one that differs in its last letter from each.
    let ids = (1...200).flatMap { length in ["a", "b"].map { String(repeating: "x", count: length - 1) + $0 } }
    let rows = (ids + ids.reversed()).enumerated().map { "\($1),,,budget," + ($0 < ids.count ? "\($0)" : "") }
    let text = Survey.header + rows.prefix(ids.count).joined(separator: "\n") + "\n"
    var log = DiagnosticLog()
    let table = try #require(
      Survey.reader.readQuickly([SourceFile(name: "obs.csv", bytes: Array(text.utf8))], entities: [], threads: 1, log: &log))
    for (index, id) in ids.enumerated() { #expect(Survey.value("budget", id, in: table) == "\(index)") }
    #expect(table.population.rungs[0].map(\.path) == ids.sorted())
  }

  /// Says in what two tables differ; nil if in nothing.
  private func difference(_ left: ObservationTable, _ right: ObservationTable?) -> String? {
    guard let right else { return "there is no second table" }
    if left.population != right.population { return "population" }
    if left.files != right.files { return "files \(left.files) \(right.files)" }
    if Set(left.columns.keys) != Set(right.columns.keys) { return "columns" }
    for (name, column) in left.columns {
      if column.rung != right.columns[name]?.rung { return "rung of \(name)" }
      if column.values != right.columns[name]?.values { return "values of \(name)" }
      if column.places != right.columns[name]?.places { return "places of \(name)" }
    }
    return nil
  }
}
