public import RuleDiagnostics

extension DiagnosticCode {
  /// Finds a code by its name, in either case.
  public init?(spelling: String) {
    self.init(rawValue: spelling.uppercased())
  }

  /// Returns the code that a wrong name probably means: one that differs by a letter, else the nearest number; nil if it is like none.
  public static func nearest(to spelling: String) -> DiagnosticCode? {
    if let near = nearestName(to: spelling, among: allCases.map(\.rawValue)) { return DiagnosticCode(rawValue: near) }
    let digits = spelling.filter { $0.isASCII && $0.isNumber }
    guard (3...4).contains(digits.count), let wanted = Int(digits) else { return nil }
    return allCases.min { ($0.distance(to: wanted), $0.rawValue) < ($1.distance(to: wanted), $1.rawValue) }
  }

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
