internal import Observations
public import RuleDiagnostics
internal import RuleModel
public import Scoring

/// How many institutions stand in each zone, and the sum of their reported scores: what certifies a run elsewhere.
public struct ControlFigures: Sendable, Equatable {
  /// The figures of one zone.
  public struct Row: Sendable, Equatable {
    /// The zone step; empty for those without a score.
    public let zone: String
    /// How many institutions have a score there.
    public let institutions: Int
    /// The sum of their reported scores in units of the last decimal.
    public let sum: Int
    /// How many of these scores are not certain.
    public let unsure: Int
    /// How many institutions are refused for their data.
    public let refused: Int
  }

  /// The rows, by the bytes of their zones.
  public let rows: [Row]
  /// The number of decimals of the scores.
  public let places: Int

  /// The figures of scores that the engine gave; nothing is unsure there. Complexity: linear in the number of institutions.
  public init(_ scores: ScoreTable) {
    let edition = scores.edition
    places = edition.publishedPlaces
    let rounding = edition.publishedRounding ?? Rounding(places: places, mode: .halfUp, rungs: nil)
    var found: [String: (institutions: Int, sum: Int, refused: Int)] = [:]
    for institution in scores.observations.population.rungs[0].indices {
      let total = scores.total(of: institution)
      let zone = total.flatMap { edition.zone(of: $0) }?.id.value ?? ""
      let units = total.flatMap { (rounding($0) * Fraction(Int(Fraction.powersOfTen[rounding.places]))).int }
      var row = found[zone] ?? (0, 0, 0)
      if let units { row = (row.institutions + 1, row.sum + units, row.refused) }
      if scores.refused.contains(institution) { row.refused += 1 }
      found[zone] = row
    }
    rows = found.sorted { $0.key < $1.key }.map {
      Row(zone: $0.key, institutions: $0.value.institutions, sum: $0.value.sum, unsure: 0, refused: $0.value.refused)
    }
  }

  /// Reads what an engine answered to the control query: a CSV file with the names of the columns. Nil after reporting why it cannot.
  public init?(_ file: SourceFile, places: Int, log: inout DiagnosticLog) {
    self.places = places
    let answer = AnswerRows(file)
    let heads = ["zone", "institutions", "sum_e\(places)", "unsure", "refused"]
    var rows: [Row] = []
    var isSound = answer.heads == heads
    for line in answer.rows {
      let numbers = line.dropFirst().compactMap { Int($0) }
      guard line.count == heads.count, numbers.count == 4 else {
        isSound = false
        break
      }
      rows.append(Row(zone: line[0], institutions: numbers[0], sum: numbers[1], unsure: numbers[2], refused: numbers[3]))
    }
    guard isSound else {
      log.error(
        .controlDiffers, at: nil,
        Words(
          id: "`\(file.name)` bukan jawaban atas teks `--part control`: kolomnya harus \(heads.joined(separator: ","))",
          en: "`\(file.name)` is no answer to the text of `--part control`: its columns must be \(heads.joined(separator: ","))"),
        help: Words(
          id: "simpan jawaban mesin SQL sebagai CSV dengan judul kolom", en: "save the answer of the SQL engine as CSV with a header"))
      return nil
    }
    self.rows = rows.sorted { $0.zone < $1.zone }
  }

  /// Reports where figures from elsewhere differ from these, and returns whether they are the same.
  public func certify(_ other: ControlFigures, log: inout DiagnosticLog) -> Bool {
    var isSame = true
    let unsure = other.rows.map(\.unsure).reduce(0, +)
    for zone in Set(rows.map(\.zone) + other.rows.map(\.zone)).sorted() {
      let own = rows.first { $0.zone == zone }
      let their = other.rows.first { $0.zone == zone }
      guard own?.institutions ?? 0 != their?.institutions ?? 0 || own?.sum ?? 0 != their?.sum ?? 0 else { continue }
      isSame = false
      log.error(
        .controlDiffers, at: nil,
        Words(
          id: "zona `\(zone)`: mesin SQL menghitung \(their?.institutions ?? 0) instansi dengan jumlah \(their?.sum ?? 0), "
            + "di sini \(own?.institutions ?? 0) dengan \(own?.sum ?? 0)",
          en: "zone `\(zone)`: the SQL engine counted \(their?.institutions ?? 0) institutions with a sum of \(their?.sum ?? 0), "
            + "here \(own?.institutions ?? 0) with \(own?.sum ?? 0)"),
        help: unsure == 0
          ? Words(id: "periksa apakah datanya sama", en: "check whether the data are the same")
          : Words(
            id: "\(unsure) nilai dari mesin SQL belum pasti; tentukan dengan `timbang score`",
            en: "\(unsure) scores of the SQL engine are not certain; settle them with `timbang score`"))
    }
    return isSame
  }
}
