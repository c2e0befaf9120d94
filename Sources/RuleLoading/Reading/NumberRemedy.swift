internal import RuleDiagnostics
internal import RuleModel

/// Says how a number in a foreign spelling is written here; `example` is a whole number where nothing else may stand.
func numberRemedy(for text: String, example: Int? = nil) -> Words {
  if text.utf8.count > Fraction.longestText {
    let most = Fraction.longestText
    return Words(id: "angka paling panjang \(most) karakter", en: "a number has at most \(most) characters")
  }
  let meant = plainSpellings(of: text)
  if meant.count == 2 {
    return Words(
      id: "tulis `\(meant[0])` bila koma memisahkan desimal, `\(meant[1])` bila memisahkan ribuan",
      en: "write `\(meant[0])` if the comma begins the decimals, `\(meant[1])` if it separates thousands")
  }
  if let only = meant.first {
    return Words(
      id: "tulis `\(only)`: titik untuk desimal, tanpa pemisah ribuan",
      en: "write `\(only)`: a point for decimals, nothing between thousands")
  }
  if let example {
    return Words(id: "tulis bilangan bulat seperti `\(example)`", en: "write a whole number such as `\(example)`")
  }
  return Words(
    id: "angka ditulis seperti `21.85`, `-3` atau `\"100/3\"`", en: "numbers are written like `21.85`, `-3` or `\"100/3\"`")
}

/// Returns how to write a number in a foreign spelling that can mean only one number.
func numberFix(for text: String, at range: SourceRange) -> Fix? {
  guard text.utf8.count <= Fraction.longestText else { return nil }
  let meant = plainSpellings(of: text)
  guard meant.count == 1, let only = meant.first else { return nil }
  return Fix(writing: only.contains("/") ? "\"\(only)\"" : only, at: range)
}

/// The numbers, as a rule file writes them, that a text in another spelling can mean: none, one, or two for `1,234`.
private func plainSpellings(of text: String) -> [String] {
  let pieces = text.split(separator: "/", omittingEmptySubsequences: false).map { trimmed($0) }
  if pieces.count == 2, let above = plainNumber(pieces[0]), let below = plainNumber(pieces[1]), Fraction(exact: "\(above)/\(below)") != nil
  {
    return ["\(above)/\(below)"]
  }
  guard pieces.count == 1, var number = pieces.first else { return [] }
  if number.last == "%" { number = trimmed(number.dropLast()) }
  guard let plain = plainNumber(number) else { return [] }
  return isAmbiguous(number) ? [plain, plain.replacing(".", with: "")] : [plain]
}

/// Turns `+5`, `.5`, `5.`, `010`, `1_000`, `87,99`, `1.234,5` into a number of this format; nil for what is none.
private func plainNumber(_ text: String) -> String? {
  var digits = text.replacing("\u{2212}", with: "-")
  if digits.first == "+" { digits.removeFirst() }
  let isNegative = digits.first == "-"
  if isNegative { digits.removeFirst() }
  guard digits.contains(where: \.isNumber), let marked = withoutThousands(digits) else { return nil }
  digits = marked.first == "." ? "0" + marked : marked
  if digits.last == "." { digits.removeLast() }
  while digits.count > 1, digits.first == "0", digits.dropFirst().first?.isNumber == true { digits.removeFirst() }
  let spelling = (isNegative ? "-" : "") + digits
  return Fraction(decimal: spelling) == nil ? nil : spelling
}

/// Removes what stands between thousands and makes the decimal mark a point; nil if the groups are not of three digits.
private func withoutThousands(_ text: String) -> String? {
  let marks = text.filter { ",._ '".contains($0) }
  guard let last = marks.last else { return text }
  let isDecimal = ",.".contains(last) && marks.count { $0 == last } == 1
  let groups = text.split(omittingEmptySubsequences: false) { ",._ '".contains($0) }
  let thousands = isDecimal ? groups.dropLast() : groups[...]
  guard thousands.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
  return thousands.joined() + (isDecimal ? "." + (groups.last ?? "") : "")
}

/// Whether a number has one mark, a comma before three digits: `1,234`.
private func isAmbiguous(_ text: String) -> Bool {
  let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
  guard pieces.count == 2, pieces[1].count == 3, !text.contains(".") else { return false }
  return !["", "0", "-", "-0", "+", "+0"].contains(pieces[0])
}

private func trimmed(_ text: some StringProtocol) -> String {
  String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}
