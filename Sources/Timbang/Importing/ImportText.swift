internal import Observations
public import Reporting
internal import RuleDiagnostics

/// Tells people what an import assumed and what it wrote.
public struct ImportText {
  private let style: TextStyle

  /// Writes in a language.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Returns a line for each file that was read, the rows that were left out, and the files that were written.
  public func text(_ done: Import) -> String {
    var out = done.accounts.map { line($0) }.joined()
    for path in done.written where path.hasSuffix(".refused.csv") && !done.refused.isEmpty {
      let rows = Set(done.refused.map { "\($0.range?.file ?? ""):\($0.range?.start.line ?? 0)" }).count
      out += words(
        Words(id: "\(grouped(rows)) baris ditolak, lihat \(path)", en: "\(grouped(rows)) rows refused, see \(path)"))
    }
    out += words(Words(id: "ditulis: \(grouped(done.rows)) baris", en: "written: \(grouped(done.rows)) rows"))
    for path in done.written { out += "  \(path)\n" }
    return out
  }

  private func line(_ account: FileAccount) -> String {
    let plain =
      account.form.sheet.map { Words(id: "dibaca dari lembar `\($0)`", en: "read from the sheet `\($0)`") }
      ?? Words(id: "dibaca sebagai CSV biasa", en: "read as plain CSV")
    let assumed = account.assumed ?? plain
    let rows = grouped(account.rows)
    let extent =
      account.form.layout == .wide
      ? Words(id: "\(rows) baris, \(account.columns) kolom (lebar)", en: "\(rows) rows, \(account.columns) columns (wide)")
      : Words(id: "\(rows) baris", en: "\(rows) rows")
    let names = account.form.spellings.count
    let spelt = names == 0 ? nil : Words(id: "\(names) ejaan dicocokkan dengan daftar", en: "\(names) spellings matched with the directory")
    return words(
      Words(
        id: "\(account.name): \(assumed.id): \(extent.id)" + (spelt.map { ", \($0.id)" } ?? ""),
        en: "\(account.name): \(assumed.en): \(extent.en)" + (spelt.map { ", \($0.en)" } ?? "")))
  }

  private func words(_ words: Words) -> String { words[style.language] + "\n" }

  /// A count with marks between thousands, as the language writes it.
  private func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    let mark = style.language == .id ? "." : ","
    return digits.enumerated().map { index, digit in
      (index > 0 && (digits.count - index).isMultiple(of: 3) ? mark : "") + String(digit)
    }.joined()
  }
}
