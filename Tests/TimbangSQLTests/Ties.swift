/// Institutions whose exact score lies in the middle between two reported ones.
enum Ties {
  /// A mean over units of a figure with two decimals.
  static let rules = """
    timbang: 1
    id: seri
    edition: 1
    units:
      institution: {}
      unit: {in: institution, combine: mean}
    fields:
      nilai: {per: unit, type: number, range: [0, 100]}
    defaults: {missing: error}
    score:
      id: total
      at: unit
      round: 2
      parts: [{id: nilai, weight: 1, linear: {field: nilai, worst: 0, best: 100}}]
    zones: {ladder: [{id: merah, from: 0}, {id: kuning, from: 54}, {id: hijau, from: 78}]}

    """

  /// 120 institutions of two units, the second a hundredth above the first: a mean of x.xx5. Forty stand at a line.
  static let observations: String = (0..<120).map { number in
    let first = number % 3 == 0 ? (number % 2 == 0 ? 7799 : 5399) : 1234 + number * 67
    let text = { (hundredths: Int) in "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)" }
    return "i\(number),u1,nilai,\(text(first))\ni\(number),u2,nilai,\(text(first + 1))\n"
  }.joined()
}
