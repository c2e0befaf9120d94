public import RuleDiagnostics

extension DiagnosticCode {
  /// Finds a code by its name, in either case.
  public init?(spelling: String) {
    self.init(rawValue: spelling.uppercased())
  }

  /// Returns the code that a wrong name probably means: one that differs by a letter, else the nearest number of
  /// the same chapter if it is near; nil if it is like none.
  public static func nearest(to spelling: String) -> DiagnosticCode? {
    if let near = nearestName(to: spelling, among: allCases.map(\.rawValue)) { return DiagnosticCode(rawValue: near) }
    let digits = spelling.filter { $0.isASCII && $0.isNumber }
    guard (3...4).contains(digits.count), let wanted = Int(digits) else { return nil }
    let near = allCases.filter { $0.distance(to: wanted) <= 10 && $0.chapter == wanted / 100 }
    return near.min { ($0.distance(to: wanted), $0.rawValue) < ($1.distance(to: wanted), $1.rawValue) }
  }

  /// The two digits that a code shares with its chapter.
  private var chapter: Int { (Int(rawValue.dropFirst()) ?? 0) / 100 }

  private func distance(to number: Int) -> Int {
    abs((Int(rawValue.dropFirst()) ?? 0) - number)
  }
}

extension CodeChapter {
  /// Finds a chapter by the beginning that its codes share, in either case.
  public init?(spelling: String) {
    self.init(rawValue: spelling.uppercased())
  }
}
