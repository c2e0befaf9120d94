public import RuleDiagnostics

/// Codes that belong together, by the first three letters of their names.
public enum CodeChapter: String, Sendable, CaseIterable {
  /// The text of a rule file.
  case text = "T01"
  /// What a rule file says.
  case rules = "T02"
  /// Observations.
  case observations = "T03"
  /// Scoring.
  case scoring = "T04"
  /// Comparing.
  case comparing = "T05"
  /// Files and editions.
  case files = "T06"
  /// Published editions.
  case publishing = "T07"
  /// Tests beside the rules.
  case testing = "T08"
  /// Warehouses.
  case warehouses = "T09"

  /// Its codes, in order.
  public var codes: [DiagnosticCode] {
    DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix(rawValue) }.sorted { $0.rawValue < $1.rawValue }
  }

  /// What its codes are about.
  public var title: Words {
    switch self {
    case .text: Words(id: "Teks berkas aturan", en: "The text of a rule file")
    case .rules: Words(id: "Isi berkas aturan", en: "What a rule file says")
    case .observations: Words(id: "Pengamatan", en: "Observations")
    case .scoring: Words(id: "Penilaian", en: "Scoring")
    case .comparing: Words(id: "Perbandingan", en: "Comparing years")
    case .files: Words(id: "Berkas dan edisi", en: "Files and editions")
    case .publishing: Words(id: "Edisi terbit", en: "Published editions")
    case .testing: Words(id: "Uji di samping aturan", en: "Tests beside the rules")
    case .warehouses: Words(id: "Gudang data", en: "Warehouses")
    }
  }
}
