internal import RuleModel

/// A drawing that says by itself what it shows: a title, a description, then shapes. 360 units wide, so that its text stays readable on a
/// telephone; widths are tenths of a unit.
struct Chart {
  static let width = 3600
  private let title: String
  private let text: String
  private var shapes: Markup = ""
  private(set) var height = 0

  init(title: String, text: String) {
    self.title = title
    self.text = text
  }

  /// A length in tenths as SVG writes it.
  static func length(_ tenths: Int) -> Markup {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// Makes room below what was drawn and returns where it begins.
  mutating func room(_ units: Int) -> Int {
    defer { height += units }
    return height
  }

  mutating func draw(_ shape: Markup) { shapes += shape }

  /// A bar from one place to another; at least one unit wide, so that nothing vanishes.
  mutating func bar(from start: Int, to end: Int, at top: Int, height: Int, style: String) {
    let width = max(10, end - start)
    draw(
      "<rect x=\"\(Chart.length(min(start, Chart.width - width)))\" y=\"\(top)\" width=\"\(Chart.length(width))\" height=\"\(height)\" class=\"\(style)\"/>"
    )
  }

  mutating func label(_ text: String, at x: Int, _ y: Int, style: Markup = "") {
    draw("<text x=\"\(Chart.length(x))\" y=\"\(y)\"\(style)>\(text)</text>")
  }

  /// The whole drawing.
  var markup: Markup {
    "<svg role=\"img\" viewBox=\"0 0 360 \(height)\"><title>\(title)</title><desc>\(text)</desc>\(shapes)</svg>"
  }
}

extension Fraction {
  /// Where the number lies between two others, in tenths of a chart's width.
  func place(between low: Fraction, _ high: Fraction) -> Int {
    guard low < high else { return 0 }
    let place = ((self - low) / (high - low) * Fraction(Chart.width)).rounded(places: 0, mode: .halfUp).int ?? 0
    return min(Chart.width, max(0, place))
  }
}
