/// The names of columns for parts and fields: their own where engines keep them apart, else their numbers.
struct ColumnNames: Sendable {
  private let parts: [String]
  private let fields: [String]

  init(parts: [String], fields: [String], rungs: [String]) {
    self.parts = ColumnNames.unique(parts)
    self.fields = ColumnNames.unique(fields)
  }

  /// The score of a part.
  func part(_ number: Int) -> String { "s_" + parts[number] }
  /// What an indicator gave to the part above it that is worked out.
  func piece(_ number: Int) -> String { "c_" + parts[number] }
  /// The score of a part before it is divided, and by what.
  func dividend(_ number: Int) -> String { "t_" + parts[number] }
  func divisor(_ number: Int) -> String { "v_" + parts[number] }
  /// How many have a score of a part.
  func count(_ number: Int) -> String { "d_" + parts[number] }
  /// The cell of a field.
  func field(_ number: Int) -> String { "f_" + fields[number] }
  /// The cell of a field in the later year.
  func laterField(_ number: Int) -> String { "h_" + fields[number] }
  /// Whether an indicator takes the average of its peers.
  func lack(_ number: Int) -> String { "a_" + parts[number] }
  /// The sum, and the number, of the values of an indicator's peers under an entity of a rung.
  func peers(_ number: Int, under rung: Int) -> (sum: String, count: String) {
    ("x_\(rung)_" + parts[number], "y_\(rung)_" + parts[number])
  }
  /// The cell of a field of an entity above.
  func spread(_ number: Int) -> String { "g_" + fields[number] }

  /// Engines cut names after 63 bytes, and most take capitals and small letters for the same.
  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.enumerated().map { number, name in
      name.utf8.count <= 48 && seen.insert(name.lowercased()).inserted ? name : "\(number)."
    }
  }
}
