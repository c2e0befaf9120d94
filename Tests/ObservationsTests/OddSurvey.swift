import Dice
import RuleDiagnostics

/// Generated files of one survey: mostly sound, in all the ways in which people write them, now and then with one thing wrong.
struct OddSurvey {
  private(set) var files: [SourceFile] = []
  private(set) var directories: [SourceFile] = []
  /// What is wrong or unusual; nil if the files must be read quickly.
  private(set) var oddity: String?
  private(set) var text = ""

  private var dice: Dice
  private var rows: [[String]] = []
  private var paths: [[String]] = []

  /// Makes files. A plain survey has nothing odd about it.
  init(seed: UInt64, isPlain: Bool = false) {
    dice = Dice(seed: seed)
    makeRows()
    guard !isPlain else { return }
    if dice.onceIn(2) { rows.shuffle(using: &dice) }
    if dice.onceIn(2) { spoil() }
    let cuts = dice.onceIn(3) ? [0, rows.count / 3, rows.count] : [0, rows.count]
    for (index, end) in cuts.dropFirst().enumerated() { addFile(Array(rows[cuts[index]..<end]), "obs\(index).csv") }
    if dice.onceIn(2) { addDirectory() }
  }

  /// One file of all rows, sorted.
  var sorted: SourceFile { file(rows.sorted { $0.lexicographicallyPrecedes($1) }) }

  /// One file of all rows in no order.
  var shuffled: SourceFile {
    var dice = dice
    return file(rows.shuffled(using: &dice))
  }

  private func file(_ rows: [[String]]) -> SourceFile {
    let lines = [["institution", "unit", "product", "field", "value"]] + rows
    return SourceFile(name: "obs.csv", bytes: Array(lines.map { $0.joined(separator: ",") + "\n" }.joined().utf8))
  }

  private static let names = [
    "a", "dinas-pendidikan", "kota-contoh-1", "kota-contoh-2", "u2", "u10", "rumah-sakit-umum-daerah-contoh", "z",
  ]

  private mutating func makeRows() {
    for institution in some(of: OddSurvey.names) {
      add([institution, "", ""], "budget", ["1", "12.5", "", "-3"])
      for unit in some(of: OddSurvey.names) {
        add([institution, unit, ""], "training", ["80", "80.0", "79.25", "0", "100", ""])
        add([institution, unit, ""], "complaints", ["0", "7", "7.0", "120"])
        add([institution, unit, ""], "maturity", ["0", "1", "4"])
        add([institution, unit, ""], "manager", ["Siti", "budi", "Ny. Ratna Dewi Kusumaningrum"])
        add([institution, unit, ""], "remark", ["", "baik", "é", "perlu pendampingan lebih lanjut tahun depan", " 80"])
        for product in some(of: OddSurvey.names) {
          add([institution, unit, product], "charter", ["ya", "tidak", "1", "TRUE", "no"])
          add([institution, unit, product], "time", ["1", "2.5", "1000000.125"])
        }
      }
    }
  }

  private mutating func some(of names: [String]) -> [String] {
    Array(names.shuffled(using: &dice).prefix(dice.number(1...4)))
  }

  private mutating func add(_ path: [String], _ field: String, _ values: [String]) {
    paths.append(path)
    if dice.onceIn(8) { return }
    rows.append(path + [field, values.randomElement(using: &dice) ?? ""])
  }

  /// Makes one thing wrong, or so unusual that it may be left to the careful reading.
  private mutating func spoil() {
    let place = dice.number(0...(rows.count - 1))
    let spoilers: [(String, (inout [String]) -> Void)] = [
      ("unknown field", { $0[3] = "trainin" }), ("other rung", { $0[3] = $0[3] == "time" ? "training" : "time" }),
      ("no id", { $0[0] = "" }),
      (
        "hole",
        {
          $0[1] = ""; $0[2] = "x"
        }
      ), ("cell too many", { $0.append("1") }),
      ("cell too few", { $0.removeLast() }), ("blank at edge", { $0[0] += " " }), ("capital", { $0[0] = $0[0].uppercased() }),
      ("slash", { $0[0] += "/x" }),
      (
        "no number",
        {
          $0[3] = "training"; $0[4] = "8o"
        }
      ), ("decimal comma", { $0[4] = "7,5" }),
      ("thousands", { $0[4] = "1.234" }), ("quote inside", { $0[4] = "a\"b" }), ("open quote", { $0[4] = "\"ab" }),
      ("CR inside", { $0[4] = "a\rb" }), ("long id", { $0[0] = String(repeating: "x", count: 201) }),
      ("invisible", { $0[0] += "\u{200B}" }), ("header again", { $0 = ["institution", "unit", "product", "field", "value"] }),
      (
        "two lines",
        {
          $0[3] = "remark"; $0[4] = "\"satu\ndua\""
        }
      ), ("blank row", { $0 = ["", "", "", "", ""] }),
      ("separators only", { $0 = ["", "", "", "", "", "", ""] }), ("empty line", { $0 = [] }),
      ("quoted", { row in row = row.map { "\"\($0)\"" } }), ("long value", { $0[4] = String(repeating: "9", count: 300) }),
    ]
    if dice.onceIn(4) {
      oddity = "twice"
      rows.insert(rows[place], at: dice.number(0...(rows.count - 1)))
      return
    }
    let (name, change) = spoilers[dice.number(0...(spoilers.count - 1))]
    oddity = name
    change(&rows[place])
  }

  private mutating func addFile(_ rows: [[String]], _ name: String) {
    let separator = dice.one(of: [",", ",", ";", "\t"])
    let ends = dice.one(of: [["\n"], ["\n"], ["\r\n"], ["\n", "\r\n"]])
    var header = ["institution", "unit", "product", "field", "value"]
    // The order of the rungs' columns is free, and a column that nobody reads may stand among them.
    let order = dice.onceIn(3) ? [2, 0, 1] : [0, 1, 2]
    let hasDate = dice.onceIn(4)
    header = order.map { header[$0] } + (hasDate ? ["date"] : []) + header[3...]
    let usesComma = separator == ";" && dice.onceIn(2) && oddity == nil
    var lines = [header]
    for row in rows {
      guard row.count >= 3 else {
        lines.append(row)
        continue
      }
      var row = row
      if usesComma, row.count == 5, row[3] != "remark", row[3] != "manager" { row[4].replace(".", with: ",") }
      let day = "2022-01-0\(dice.number(1...9))"
      let dates = hasDate ? [dice.one(of: [day, "", "é"])] : []
      lines.append(order.map { row[$0] } + dates + row[3...])
    }
    if dice.onceIn(6), oddity == nil { lines.insert([], at: dice.number(0...lines.count)) }
    let hasThousands = rows.contains { $0.count == 5 && $0[4].hasSuffix(".125") }
    if separator == ";", hasThousands, oddity == nil { oddity = "thousands between semicolons" }
    let mark = dice.onceIn(6) ? "\u{FEFF}" : ""
    var text = mark + (dice.onceIn(8) ? "sep=\(separator)\n" : "")
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      text += line.joined(separator: separator) + (isLast && dice.onceIn(2) ? "" : dice.one(of: ends))
    }
    self.text += text
    files.append(SourceFile(name: name, bytes: Array(text.utf8)))
  }

  private mutating func addDirectory() {
    var lines = ["id,parent,kind,name"]
    var listed: Set<[String]> = []
    for path in paths {
      let ids = path.filter { !$0.isEmpty }
      guard ids.count < 3, !listed.contains(ids) else { continue }
      if dice.onceIn(40) {
        oddity = oddity ?? "not listed"
        continue
      }
      listed.insert(ids)
      let kind = ids.count == 1 ? dice.one(of: ["city", "province", ""]) : dice.one(of: ["PTS", ""])
      lines.append("\(ids.last ?? ""),\(ids.dropLast().joined(separator: "/")),\(kind),\"Nama, \(ids.count)\"")
    }
    if dice.onceIn(12) {
      oddity = oddity ?? "listed twice"
      lines.append(lines.last ?? "")
    }
    lines.append("tak-disurvei,,city,Kota")
    text += lines.joined(separator: "\n")
    directories.append(SourceFile(name: "entities.csv", bytes: Array(lines.joined(separator: "\n").utf8)))
  }
}
