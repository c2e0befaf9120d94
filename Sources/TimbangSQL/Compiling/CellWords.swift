/// Where the cells of an entity stand in the words that are added up over its rows.
///
/// A cell adds its value, counted from 1, times the place of its field. No place is reached from the one below as long as a word has no more
/// rows than it may have fields; a word with more has more rows than fields, so the count of its cells shows that something was told twice.
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

    /// How many values its cells may hold; nil if they are too many to stand beside others.
    fileprivate var span: Int? {
      guard let low = range.low, let high = range.high, high >= low, Int128(high) - Int128(low) < 1 << 32 else { return nil }
      return (high - low) / step + 1
    }
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

  /// Distributes columns over words below `bound`, those of the lowest rung first; the words are numbered after `first` others.
  ///
  /// A word that may have more rows has room for more fields, and less room for each: as many as make the fewest words.
  init(_ columns: [Column], bound: Int128, after first: Int = 0) {
    let all = (4...13).map { CellWords(columns, bound: bound, after: first, mostCells: $0) }
    self = all.min { $0.words.count < $1.words.count } ?? all[0]
  }

  private init(_ columns: [Column], bound: Int128, after first: Int, mostCells: Int) {
    for rung in Set(columns.map(\.rung)).sorted(by: >) {
      let packable = columns.filter { $0.rung == rung && $0.span != nil }.sorted { ($1.span ?? 0, $0.number) < ($0.span ?? 0, $1.number) }
      var open: [(digits: [(column: Column, unit: Int, radix: Int)], size: Int128)] = []
      for column in packable {
        let radix = mostCells * ((column.span ?? 0) + 1)
        let place =
          open.firstIndex { $0.digits.count < mostCells && $0.size * Int128(radix) <= bound / 2 } ?? open.count
        if place == open.count { open.append(([], 1)) }
        open[place].digits.append((column, Int(open[place].size), radix))
        open[place].size *= Int128(radix)
      }
      for (taken, _) in open {
        let number = first + words.count + 1
        for (column, unit, radix) in taken {
          let low = column.range.low ?? 0
          places[column.number] = Place(word: number, base: low, unit: unit)
          digits.append(
            Digit(column: column.number, rung: rung, word: number, base: low, step: column.step, unit: unit, radix: radix))
        }
        words.append(Word(number: number, columns: taken.map(\.column.number), rung: rung, isPacked: true))
      }
    }
    for column in columns where places[column.number] == nil {
      let number = first + words.count + 1
      places[column.number] = Place(word: number, base: 1, unit: 1)
      words.append(Word(number: number, columns: [column.number], rung: column.rung, isPacked: false))
    }
  }
}
