public import RuleDiagnostics

/// A mistake as small as it can be, what is said about it, and the same done right.
public struct CodeExample: Sendable {
  /// What the two texts are, and so where they stand.
  public enum Setting: Sendable, CaseIterable {
    /// A whole rule file.
    case file
    /// Sections that stand in a small sound rule file.
    case sections
    /// Edits of one change in an edition that extends another.
    case edits
    /// The named changes of an edition that extends another.
    case changes
    /// Sections of an edition that extends another.
    case extending
    /// Sections of an edition that is written whole and has one before it.
    case successor
    /// A piece of a rule file that needs data or a register to go wrong.
    case fragment
    /// A file of tests beside the rules.
    case tests
    /// A file of observations.
    case observations
    /// A file of observations beside a directory of entities.
    case listed
    /// A directory of entities.
    case directory
    /// Observations or published scores that go wrong only under certain rules.
    case data
    /// Lines of the register of published editions, digests cut short.
    case register
    /// What somebody types.
    case command
  }

  /// What the texts are.
  public let setting: Setting
  /// What is said about the mistake.
  public let message: Words
  /// The text without the mistake.
  public let right: String
  /// The mistake; `⟦` and `⟧` stand around the words that are shown. `<U+200B>`, `<81>` and `<TAB>` stand for what cannot be printed,
  /// and `...` for what would be too long.
  public let markedWrong: String

  init(_ setting: Setting, says message: Words, wrong: String, right: String) {
    self.setting = setting
    self.message = message
    self.right = right
    markedWrong = wrong
  }

  /// The mistake with a line of carets under the words that are shown; in a rule file that line is a comment.
  public var wrong: String {
    let isRules = setting.language == "yaml"
    return markedWrong.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard let start = line.firstIndex(of: "⟦") else { return [String(line)] }
      let end = line.firstIndex(of: "⟧") ?? line.endIndex
      let width = max(1, line.distance(from: start, to: end) - 1)
      let offset = line.distance(from: line.startIndex, to: start)
      let carets = String(repeating: "^", count: isRules && offset == 0 ? max(1, width - 1) : width)
      let margin = isRules ? "#" + String(repeating: " ", count: max(0, offset - 1)) : String(repeating: " ", count: offset)
      return [line.filter { $0 != "⟦" && $0 != "⟧" }, margin + carets]
    }.joined(separator: "\n")
  }
}

extension CodeExample.Setting {
  /// The language of the texts, as fences in Markdown name it.
  public var language: String {
    switch self {
    case .file, .sections, .edits, .changes, .extending, .successor, .fragment, .tests: "yaml"
    case .observations, .listed, .directory, .data: "csv"
    case .register: "text"
    case .command: "sh"
    }
  }

  /// What stands around the texts; nil if nothing does.
  public var surroundings: Words? {
    switch self {
    case .sections:
      Words(
        id: "sisa berkas ini sah: ada sumber `pedoman`, jenjang `unit` dan bidang `ada` berjenis `yes_no`",
        en: "the rest of the file is sound: it has a source `pedoman`, a rung `unit` and a field `ada` of type `yes_no`")
    case .edits:
      Words(
        id: "suntingan dari satu perubahan; di edisi 2021 bagian `masuk` berbobot 60, `proses` 40, dan `jam` berada di dalam `proses`",
        en: "edits of one change; in edition 2021 the part `masuk` weighs 60, `proses` 40, and `jam` stands in `proses`")
    case .changes:
      Words(
        id: "`changes` dari edisi yang memperluas edisi 2021, yang punya bagian `masuk` di bawah `total`",
        en: "the `changes` of an edition that extends 2021, which has a part `masuk` under `total`")
    case .extending:
      Words(
        id: "edisi 2022; di folder yang sama ada berkas edisi 2021", en: "edition 2022; the file of edition 2021 lies in the same folder")
    case .successor:
      Words(
        id: "edisi 2022 yang ditulis utuh; di edisi 2021 `masuk` membaca `ada`, dan `proses` berisi `jam`, yang membaca `buka`",
        en: "edition 2022, written whole; in edition 2021 `masuk` reads `ada`, and `proses` holds `jam`, which reads `buka`")
    case .tests:
      Words(
        id: "berkas uji edisi `uji/2022`; nilainya 100 atau 0 menurut `ada`, yang dicatat per `unit`, jenjang satu-satunya",
        en: "the tests of the edition `uji/2022`; its score is 100 or 0 by `ada`, recorded per `unit`, the only rung")
    case .observations:
      Words(
        id: "`uji`, 0 sampai 100, dan hitungan `petugas` dicatat per `unit`; `maklumat`, ya atau tidak, per `product`",
        en: "`uji`, 0 to 100, and the count `petugas` are recorded per `unit`; `maklumat`, yes or no, per `product`")
    case .listed:
      Words(
        id: "`entities.csv` memuat `kota-contoh` (Kota Contoh) dan unitnya `dinsos` (Dinas Sosial); `uji` dicatat per `unit`",
        en: "`entities.csv` lists `kota-contoh` (Kota Contoh) and its unit `dinsos` (Dinas Sosial); `uji` is recorded per `unit`")
    case .directory:
      Words(
        id: "`entities.csv`; jenis instansi adalah `city` dan `regency`",
        en: "`entities.csv`; the kinds of institutions are `city` and `regency`")
    case .file, .fragment, .data, .register, .command: nil
    }
  }
}
