/// Where the cells of an entity stand in the words that are added up over its rows.
///
/// A cell adds its value, counted from 1, times the place of its field. No place is reached from the one below as long as a word has no more
/// rows than ``mostCells``; a word with more has more rows than fields, so the count of its cells shows that something was told twice.
struct CellWords {
  /// Where a field stands.
  struct Place {
    let word: Int
    /// The value that counts as 1.
    let base: Int
    let unit: Int
  }

  /// A word and its fields, all of one rung; one that is not packed holds one field as it is.
  struct Word {
    let number: Int
    let columns: [Int]
    let rung: Int
    let isPacked: Bool
  }

  /// A field to be read: its rung, and the values that its cells may hold.
  struct Column {
    let number: Int
    let rung: Int
    let range: (low: Int?, high: Int?)
    let step: Int
  }

  /// By column.
  private(set) var places: [Int: Place] = [:]
  private(set) var words: [Word] = []
  /// The cells as they are taken out of their words.
  private(set) var digits: [Digit] = []

  /// A cell of a word.
  struct Digit {
    let column: Int
    let rung: Int
    let word: Int
    fileprivate let base: Int
    fileprivate let step: Int
    fileprivate let unit: Int
    fileprivate let radix: Int

    /// The cell, out of a column that holds the word.
    func cell(of name: String) -> Term {
      let digit = Term.remainder(unit == 1 ? .column(name) : .quotient(.column(name), .number(unit)), .number(radix))
      return step * digit.orNothing + .number(base - step)
    }
  }

  private static let mostCells = 8

  /// Distributes columns over words below `bound`, those of the lowest rung first; the words are numbered after `first` others.
  init(_ columns: [Column], bound: Int128, after first: Int = 0) {
    var open: [(column: Column, low: Int, unit: Int, radix: Int)] = []
    var size: Int128 = 1
    func word() -> Int { first + words.count + 1 }
    func close() {
      guard let rung = open.first?.column.rung else { return }
      for (column, low, unit, radix) in open {
        places[column.number] = Place(word: word(), base: low, unit: unit)
        digits.append(
          Digit(column: column.number, rung: rung, word: word(), base: low, step: column.step, unit: unit, radix: radix))
      }
      words.append(Word(number: word(), columns: open.map(\.column.number), rung: rung, isPacked: true))
      (open, size) = ([], 1)
    }
    for column in columns.sorted(by: { ($1.rung, $0.number) < ($0.rung, $1.number) }) {
      guard let low = column.range.low, let high = column.range.high, high >= low, Int128(high) - Int128(low) < 1 << 32 else { continue }
      let radix = CellWords.mostCells * ((high - low) / column.step + 2)
      if open.count == CellWords.mostCells || size * Int128(radix) > bound / 2 || open.first.map({ $0.column.rung != column.rung }) ?? false {
        close()
      }
      open.append((column, low, Int(size), radix))
      size *= Int128(radix)
    }
    close()
    for column in columns where places[column.number] == nil {
      places[column.number] = Place(word: word(), base: 1, unit: 1)
      words.append(Word(number: word(), columns: [column.number], rung: column.rung, isPacked: false))
    }
  }
}
