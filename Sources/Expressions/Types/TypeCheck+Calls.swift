internal import RuleDiagnostics
internal import RuleModel

extension TypeCheck {
  /// Returns the type of a function's result.
  mutating func call(_ function: Function, _ arguments: [Node]) -> ExpressionType {
    switch function {
    case .size:
      size(of: arguments[0])
      return .number
    case .min, .max, .sum, .mean:
      aggregate(function, arguments)
      return .number
    case .abs, .floor, .ceil, .clamp:
      for argument in arguments { require(.number, of: argument) }
      return .number
    case .round:
      round(arguments)
      return .number
    case .startsWith, .endsWith, .contains:
      for argument in arguments { require(.string, of: argument) }
      return .boolean
    }
  }

  private mutating func size(of argument: Node) {
    switch type(of: argument) {
    case .string, .list, .record, .any: return
    case let found:
      report(
        .wrongType, at: argument,
        Words(id: "\(found.words.id) tidak mempunyai ukuran", en: "\(found.words.en) has no size"))
    }
  }

  private mutating func aggregate(_ function: Function, _ arguments: [Node]) {
    if arguments.count == 1, let argument = arguments.first {
      let found = type(of: argument)
      guard found != .number else { return }
      expect(.list(.number), of: argument, is: found)
      if function != .sum, case .list(let items) = argument.form, items.isEmpty {
        report(.emptyList, at: argument, EmptyList.words(function))
      }
    } else {
      for argument in arguments { require(.number, of: argument) }
    }
  }

  private mutating func round(_ arguments: [Node]) {
    require(.number, of: arguments[0])
    require(.number, of: arguments[1])
    if case .number(let places) = arguments[1].form, Places.valid(places) == nil {
      report(.badArgument, at: arguments[1], Places.words)
    }
    guard arguments.count == 3 else { return }
    require(.string, of: arguments[2])
    if case .string(let mode) = arguments[2].form, RoundingMode(rawValue: mode) == nil {
      let near = nearestName(to: mode, among: RoundingMode.allCases.map(\.rawValue))
      report(
        .badArgument, at: arguments[2], Places.modeWords(mode),
        help: near.map { Words(id: "mungkin maksudnya `\($0)`", en: "did you mean `\($0)`") })
    }
  }
}

/// What `min`, `max` and `mean` say of a list without items.
enum EmptyList {
  static func words(_ function: Function) -> Words {
    Words(id: "`\(function.rawValue)` dari daftar kosong tidak ada", en: "an empty list has no `\(function.rawValue)`")
  }
}

/// The second and the third argument of `round`.
enum Places {
  static let words = Words(
    id: "banyaknya desimal adalah bilangan bulat dari 0 sampai \(Limits.places)",
    en: "the number of decimals is a whole number from 0 to \(Limits.places)")

  /// Returns the number of decimals if it is one.
  static func valid(_ number: Fraction) -> Int? {
    number.int.flatMap { (0...Limits.places).contains($0) ? $0 : nil }
  }

  static func modeWords(_ mode: String) -> Words {
    let modes = RoundingMode.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return Words(
      id: "`\(mode)` bukan cara pembulatan; yang ada: \(modes)", en: "`\(mode)` is no rounding mode; the modes are \(modes)")
  }
}
