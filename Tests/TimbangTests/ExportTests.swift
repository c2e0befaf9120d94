import CSQLite
import CZip
import Foundation
import Testing

/// What `export` writes, read back by other means than ours.
@Suite("Exporting results")
struct ExportTests {
  private static let year = [
    "--rules", "kepatuhan/2022", "--data", "rules/kepatuhan/samples/balikpapan-2022.csv", "--entities",
    "rules/kepatuhan/samples/entities.csv",
  ]
  private static let years = [
    "--from", "2021=rules/kepatuhan/samples/balikpapan-2021.csv", "--to", "2022=rules/kepatuhan/samples/balikpapan-2022.csv", "--entities",
    "rules/kepatuhan/samples/entities.csv",
  ]
  private let folder: URL

  init() throws {
    folder = try scratchFolder()
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  /// The cells of a comma-separated file without quoted line ends.
  private func rows(_ name: String) throws -> [[String: String]] {
    let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map { cells(String($0)) }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  private func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  /// The rows of a sheet: for each cell its text, or its number as it is written in the file.
  private func sheet(_ number: Int, of name: String) throws -> [[String]] {
    let xml = try part("xl/worksheets/sheet\(number).xml", of: name)
    return xml.components(separatedBy: "<row ").dropFirst().map { row in
      row.components(separatedBy: "<c r=").dropFirst().map { cell in
        let isText = cell.contains("t=\"inlineStr\"")
        let tag = isText ? "t" : "v"
        let open = cell.range(of: "<\(tag)>") ?? cell.range(of: "<\(tag) xml:space=\"preserve\">")
        guard let open, let close = cell.range(of: "</\(tag)>") else { return "" }
        let text = cell[open.upperBound..<close.lowerBound]
        return (isText ? "" : "#")
          + text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      }
    }
  }

  private func part(_ part: String, of name: String) throws -> String {
    let archive = try #require(zip_open(path(name), ZIP_RDONLY, nil))
    defer { zip_discard(archive) }
    var state = zip_stat_t()
    try #require(zip_stat(archive, part, 0, &state) == 0, "\(part)")
    let file = try #require(zip_fopen(archive, part, 0))
    defer { zip_fclose(file) }
    var bytes = [UInt8](repeating: 0, count: Int(state.size))
    #expect(zip_fread(file, &bytes, state.size) == Int64(bytes.count))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func query(_ name: String, _ query: String) throws -> [[String]] {
    var handle: OpaquePointer?
    try #require(sqlite3_open_v2(path(name), &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    var statement: OpaquePointer?
    try #require(sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
    defer { sqlite3_finalize(statement) }
    var rows: [[String]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append((0..<sqlite3_column_count(statement)).map { sqlite3_column_text(statement, $0).map { String(cString: $0) } ?? "" })
    }
    return rows
  }

  @Test("every format has the numbers of `score --format json`")
  func numbers() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try timbang(
      ["export"] + Self.year + [
        "--csv", path("c"), "--sqlite", path("h.db"), "--xlsx", path("h.xlsx"), "--json", path("h.json"), "--parts-to", "product",
      ])
    #expect(run.status == 0, "\(run.errors)")
    let score = try timbang(["score", "--format", "json"] + Self.year).output
    #expect(try String(contentsOf: folder.appending(path: "h.json"), encoding: .utf8) == score)
    let result = try Parsed(text: score)["results"][0]
    let total = result["total"]

    let scores = try rows("c/scores.csv")
    #expect(scores.map { $0["total"] } == [total["reported"].text])
    #expect(scores.map { $0["total_exact"] } == [total["exact"].text])
    #expect(
      try query("h.db", "SELECT total, total_exact, zone, colour FROM v_score").first == [
        try #require(total["reported"].text), try #require(total["exact"].text), try #require(result["zone"].text),
        try #require(result["colour"].text),
      ])
    let first = try sheet(1, of: "h.xlsx")[1]
    // The file holds the binary number that is nearest to the published one, in up to 16 digits.
    #expect(first.count == 8 && Double(first[4].dropFirst()) == Double(total["reported"].text ?? ""), "\(first)")
    #expect(first[4].hasPrefix("#") && first[5] == total["exact"].text)

    let parts = result["parts"].items.map { [$0["at"].text, $0["entity"].text, $0["id"].text, $0["decimal"].text, $0["exact"].text] }
    #expect(parts.count > 200)
    let written = try rows("c/parts.csv")
    #expect(written.map { [$0["at"], $0["entity"], $0["part"], $0["value"], $0["value_exact"]] } == parts)
    let stored = try query("h.db", "SELECT rung, entity, part_id, value_exact FROM part_score")
    #expect(
      Set(stored.map { $0.joined(separator: " ") })
        == Set(parts.map { [$0[0], $0[1], $0[2], $0[4]].compactMap(\.self).joined(separator: " ") }))
    let sheetParts = try sheet(3, of: "h.xlsx").dropFirst()
    let numbers = sheetParts.map { row in [Double(row[row.count - 2].dropFirst())?.description, row.last] }
    #expect(numbers == parts.map { [Double($0[3] ?? "")?.description, $0[4]] })

    let units = result["units"].items.map { [$0["id"].text, $0["total"]["reported"].text, $0["total"]["exact"].text, $0["zone"].text] }
    #expect(try rows("c/units.csv").map { [$0["unit"], $0["total"], $0["total_exact"], $0["zone"]] } == units)
    #expect(try query("h.db", "SELECT unit_id, total, total_exact, zone FROM v_unit_score") == units.map { $0.compactMap(\.self) })
  }

  @Test("the table of scores can be asked by `zones` as it is")
  func zonesOfOwnScores() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try timbang(["export"] + Self.year + ["--csv", path("c")]).status == 0)
    let run = try timbang(["zones", "--published", path("c/scores.csv"), "--rules", "2021", "2022", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let row = try Parsed(text: run.output)["rows"][0]
    // The category `b` is not taken for a zone: the colour is.
    #expect(row["score"].text == "84.04" && row["zone"].text == "hijau" && row["agrees"].value as? Bool == true)
  }

  @Test("a sheet that is named for a file without sheets is said to mean nothing")
  func sheetOfCSV() throws {
    let run = try timbang(["score"] + Self.year + ["--sheet", "Data", "--lang", "en"])
    #expect(run.status == 0)
    #expect(run.errors.contains("warning[T0608]: this file has no sheets, so `Data` means nothing here"))
  }

  @Test("two years: the steps lead from one published total to the other, in every format")
  func twoYears() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try timbang(
      ["export"] + Self.years + ["--csv", path("c"), "--sqlite", path("h.db"), "--xlsx", path("h.xlsx"), "--json", path("h.json")])
    #expect(run.status == 0, "\(run.errors)")
    let all = try timbang(["explain", "--all", "--format", "json"] + Self.years).output
    #expect(try String(contentsOf: folder.appending(path: "h.json"), encoding: .utf8) == all)
    let change = try Parsed(text: all)["results"][0]
    let blocks = change["blocks"].items + [change["final_rounding"]]
    let printed = blocks.map { $0["printed"].text }
    #expect(try rows("c/steps.csv").map { $0["amount"] } == printed)
    #expect(try query("h.db", "SELECT amount FROM v_explain_step").map { $0[0] } == printed.compactMap(\.self))
    #expect(try query("h.db", "SELECT after FROM v_explain_step").last == [try #require(change["to"]["total"]["reported"].text)])
    #expect(try query("h.db", "SELECT change FROM v_change") == [[try #require(change["change"]["printed"].text)]])
    let lines = blocks.flatMap { $0["lines"].items.map { $0["printed"].text ?? "" } }
    #expect(lines.count > 10)
    #expect(try query("h.db", "SELECT amount FROM v_explain_line").map { $0[0] } == lines)
    #expect(try rows("c/lines.csv").map { $0["amount"] ?? "" } == lines)
    let amounts = try sheet(3, of: "h.xlsx").dropFirst().map { Double($0[5].dropFirst()) }
    #expect(amounts == printed.map { Double($0 ?? "") })
    #expect(try query("h.db", "SELECT length(text) > 1000 FROM ruleset_text") == [["1"], ["1"]])
  }

  @Test("names that look like formulas or markup stay text")
  func hostileNames() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["<script>alert(1)</script>", "=1+1", "+1", "-1", "@x", "'=x", "_x0041_", "& \"kutip\""]
    let entities = names.enumerated().map { "n\($0.offset),,city,\"\($0.element.replacing("\"", with: "\"\""))\"\n" }.joined()
    let data = names.indices.map { "n\($0),standar,80\nn\($0),pengaduan,70\n" }.joined()
    try fill(folder, with: ["e.csv": "id,parent,kind,name\n" + entities, "d.csv": "institution,field,value\n" + data])
    let run = try timbang(
      [
        "export", "--rules", "Tests/Explorations/2022.yaml", "--data", path("d.csv"), "--entities", path("e.csv"), "--csv", path("c"),
        "--xlsx", path("h.xlsx"), "--sqlite", path("h.db"),
      ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sheet(1, of: "h.xlsx").dropFirst().map { $0[2].replacing("_x005F_", with: "_") } == names)
    #expect(try query("h.db", "SELECT name FROM institution").map { $0[0] } == names)
    let written = try rows("c/scores.csv").map { $0["name"] ?? "" }
    #expect(written.prefix(6) == ["<script>alert(1)</script>", "'=1+1", "'+1", "'-1", "'@x", "''=x"])
    for number in 1...3 {
      let xml = try part("xl/worksheets/sheet\(number).xml", of: "h.xlsx")
      #expect(!xml.contains("<f>") && !xml.contains("<hyperlink"))
    }
  }

  @Test("the same input gives the same bytes, in any place and time zone; each language has its own sheets")
  func sameBytes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var seen: [Data] = []
    for (number, zone) in ["UTC", "Asia/Makassar"].enumerated() {
      let run = try timbang(
        ["export"] + Self.years + ["--lang", "id", "--xlsx", path("\(number).xlsx"), "--sqlite", path("\(number).db")],
        environment: ["TZ": zone, "LC_ALL": zone == "UTC" ? "C" : "de_DE.UTF-8"])
      #expect(run.status == 0, "\(run.errors)")
      seen += try ["xlsx", "db"].map { try Data(contentsOf: folder.appending(path: "\(number).\($0)")) }
    }
    #expect(seen[0] == seen[2] && seen[1] == seen[3])
    #expect(try part("xl/workbook.xml", of: "0.xlsx").contains("name=\"Langkah\""))
  }

  @Test("zones are a word, a symbol, a fill and a pattern; zones of other families are neutral; numbers carry their decimals")
  func zones() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try timbang([
      "export", "--rules", "Tests/Explorations/2022.yaml", "--data", "Tests/Explorations/data.csv", "--xlsx", path("h.xlsx"),
    ])
    #expect(run.status == 0, "\(run.errors)")
    let found = Set(try sheet(1, of: "h.xlsx").dropFirst().flatMap { $0 })
    #expect(found.isSuperset(of: ["hijau ●", "kuning ◆", "merah ■"]))
    let styles = try part("xl/styles.xml", of: "h.xlsx")
    for look in ["FF00664A", "FFF2C12E", "FFB3261E", "lightUp", "lightTrellis", "formatCode=\"0.00\"", "rgb=\"FF000000\""] {
      #expect(styles.contains(look), "\(look)")
    }
    let first = try part("xl/worksheets/sheet1.xml", of: "h.xlsx")
    #expect(first.contains("state=\"frozen\"") && first.contains("<autoFilter"))
    let neutral = try timbang([
      "export", "--rules", "spbe/2018", "--data", "rules/spbe/samples/denpasar-2018.csv", "--xlsx", path("n.xlsx"),
    ])
    #expect(neutral.status == 0)
    #expect(!(try part("xl/styles.xml", of: "n.xlsx")).contains("FF00664A"))
  }

  @Test("what cannot be written is said with 73 or 74, and nothing is there")
  func notWritten() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let missing = try timbang(["export"] + Self.year + ["--xlsx", path("no/h.xlsx")])
    #expect(missing.status == 73 && missing.errors.contains("no/h.xlsx"))
    let deep = try timbang(["export"] + Self.year + ["--csv", path("no/c")])
    #expect(deep.status == 73, "\(deep.errors)")
    try fill(folder, with: ["c/catatan.txt": "milik orang", "berkas": "x"])
    let foreign = try timbang(["export"] + Self.year + ["--csv", path("c")])
    #expect(foreign.status == 73 && foreign.errors.contains("catatan.txt"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("c")) == ["catatan.txt"])
    #expect(try timbang(["export"] + Self.year + ["--csv", path("berkas")]).status == 73)
    #expect(try timbang(["export"] + Self.year + ["--parts-to", "lantai", "--csv", path("d")]).status == 65)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["berkas", "c"])
    for words in [Self.year, Self.year + Self.years + ["--xlsx", "x"], ["--xlsx", "x"], Self.year + ["--xlsx", "x", "--json", "x"]] {
      #expect(try timbang(["export"] + words).status == 64)
    }
  }

  @Test("a folder of results takes the place of an older one whole, and leftovers go")
  func folderReplaced() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try timbang(["export"] + Self.years + ["--csv", path("c")]).status == 0)
    #expect(FileManager.default.fileExists(atPath: path("c/steps.csv")))
    // What a killed run left behind: nobody holds it.
    try fill(folder, with: [".c.timbang-99999999-0.tmp/scores.csv": "setengah"])
    let run = try timbang(["export"] + Self.year + ["--csv", path("c") + "/"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: path("c/steps.csv")))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["c"])
  }

  @Test("the article shows what is printed")
  func article() throws {
    let file = packageFolder.appending(path: "Sources/Timbang/Timbang.docc/ExportingResults.md")
    let transcripts = Transcript.all(in: try String(contentsOf: file, encoding: .utf8))
    #expect(transcripts.count >= 3)
    for link in ["rules", "Tests"] {
      try FileManager.default.createSymbolicLink(at: folder.appending(path: link), withDestinationURL: packageFolder.appending(path: link))
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    for transcript in transcripts {
      let run = try timbang(transcript.command.split(separator: " ").dropFirst().map(String.init), in: folder)
      var lines = (run.errors + run.output).components(separatedBy: "\n")
      while lines.last == "" { lines.removeLast() }
      #expect(transcript.matches(lines), "\(transcript.command) prints:\n\(lines.joined(separator: "\n"))")
    }
  }
}
