internal import RuleModel

/// The head of a rule file, and the sections around the score.
extension MappingForm {
  static let edition = MappingForm(
    id: "Satu edisi aturan penilaian, ditulis utuh.", en: "One edition of assessment rules, written whole.",
    head + [
      .optional(
        "lineage", .mapping(.lineage), id: "Asal edisi ini: edisi sebelumnya, dan bagaimana bagiannya berlanjut.",
        en: "Where this edition comes from: the one before, and how its parts continue."),
      .optional(
        "scale", .range, id: "Rentang semua nilai; tanpa kunci ini [0, 100].", en: "The range of all scores; without this key [0, 100]."),
      .required(
        "units", .table(.name, of: .mapping(.rung), count: 1...EditionDecoder.mostRungs),
        id: "Jenjang yang diamati, dari atas ke bawah: instansi, unit, produk.",
        en: "The ladder of what is observed, from the top down: institution, unit, product."),
      .required(
        "fields", .table(of: .mapping(.field)), id: "Instrumen: apa yang dicatat enumerator, untuk jenjang mana.",
        en: "The instrument: what a surveyor records, for which rung."),
      .optional(
        "defaults", .mapping(.defaults), id: "Yang berlaku untuk semua bagian bila bagian itu tidak mengatakan lain.",
        en: "What holds for all parts that do not say otherwise."),
      .required("score", .mapping(.total), id: "Nilai total dan semua bagiannya.", en: "The total score and all its parts."),
      .required("zones", .mapping(.zones), id: "Zona atau kategori, dan batasnya.", en: "The zones or categories, and their lines."),
      .optional(
        "flags", .table(of: .mapping(.flag)), id: "Hasil di samping nilai, misalnya Tanpa maladministrasi.",
        en: "Outcomes beside the score, such as No maladministration."),
      .refused("precision"),
    ])

  static let extendingEdition = MappingForm(
    id: "Satu edisi aturan, ditulis sebagai perubahan terhadap edisi lain.", en: "One edition of rules, written as changes to another.",
    head + [
      .optional(
        "extends", .valueOrMapping(.name, .base), id: "Edisi yang diperluas edisi ini, misalnya 2021.",
        en: "The edition that this one extends, such as 2021."),
      .optional(
        "changes", .list(.mapping(.change), atLeast: 0), id: "Perubahan bernama; setiap perubahan menjadi satu baris penjelasan.",
        en: "The named changes; each becomes one line of the explanation."),
    ] + (extendedSections + ["lineage", "precision"]).map { .refused($0) })

  /// The sections that an edition takes from the one that it extends: it changes them by edits only.
  static let extendedSections = ["units", "fields", "defaults", "score", "zones", "scale", "flags"]

  private static let head: [FormKey] = [
    .required("timbang", .version("1"), id: "Versi format berkas ini: 1.", en: "The version of this file's format: 1."),
    .required("id", .name, id: "Keluarga aturan, misalnya kepatuhan.", en: "The rule family, such as kepatuhan."),
    .required(
      "edition", .name, id: "Nama edisi, biasanya tahunnya: 2022; koreksinya 2022.1.",
      en: "The edition, mostly its year: 2022; a correction is 2022.1."),
    .optional(
      "status", .choice(of: Edition.Status.self), id: "draft: sedang disusun; published: terbit dan dibekukan; withdrawn: ditarik.",
      en: "draft: being written; published: in force and frozen; withdrawn: no longer in force."),
    .optional("title", .mapping(.words), id: "Judul edisi dalam dua bahasa.", en: "The title of the edition in both languages."),
    .optional(
      "sources", .table(of: .mapping(.source)), id: "Dokumen yang menjadi dasar aturan; `cite` menyebut kuncinya.",
      en: "The documents that the rules rest on; `cite` names their keys."),
  ]

  static let words = MappingForm(
    id: "Teks dalam dua bahasa.", en: "A text in both languages.",
    [
      .requiredByReader("id", .words, id: "Teks dalam bahasa Indonesia.", en: "The text in Indonesian."),
      .requiredByReader("en", .words, id: "Teks dalam bahasa Inggris.", en: "The text in English."),
    ])

  static let source = MappingForm(
    id: "Satu dokumen.", en: "One document.",
    [
      .required(
        "title", .valueOrMapping(.text, .words), id: "Judul seperti pada dokumennya, atau dalam dua bahasa.",
        en: "The title as on the document, or in both languages."),
      .optional(
        "kind", .text, id: "Jenis dokumen: law, regulation, presentation, press, ...",
        en: "What it is: law, regulation, presentation, press, ..."),
      .optional("url", .text, id: "Alamat tempat dokumen dapat dibaca.", en: "The address where it can be read."),
    ])

  static let rung = MappingForm(
    id: "Satu jenjang.", en: "One rung of the ladder.",
    [
      .optional("label", .mapping(.words), id: "Nama jenjang dalam dua bahasa.", en: "The name of the rung in both languages."),
      .optional(
        "kinds", .list(.name, atLeast: 0), id: "Jenis yang ada pada jenjang ini: kota, kabupaten, ...",
        en: "The kinds on this rung: city, regency, ..."),
      .optional(
        "in", .name, id: "Jenjang tepat di atasnya; jenjang teratas tidak punya kunci ini.",
        en: "The rung just above; the top rung has no such key."),
      .optional(
        "combine", .valueOrMapping(.choice(Rung.Combine.words.map(\.key)), .rungCombine),
        id: "Cara nilai jenjang ini digabungkan menjadi nilai jenjang di atasnya; tanpa kunci ini rata-rata.",
        en: "How the scores of this rung become one score of the rung above; without this key their mean."),
      .optional(
        "count", .valueOrMapping(.whole(EditionDecoder.countsExpected), .rungCount),
        id: "Berapa yang seharusnya disurvei di setiap anggota jenjang di atasnya: 2, {at_least: 2}, {of: {...}}, {kind: {...}}. "
          + "Tidak mengubah nilai.",
        en: "How many are to be surveyed in each entity of the rung above: 2, {at_least: 2}, {of: {...}}, {kind: {...}}. It moves no score."
      ),
    ])

  static let rungCount = MappingForm(
    id: "Berapa yang seharusnya disurvei: tepat satu dari tiga.", en: "How many are to be surveyed: exactly one of three.",
    numbers + [
      .conditional(
        "kind", .table(.text, of: .valueOrMapping(.whole(EditionDecoder.countsExpected), .sampleCount), count: 1...Int.max),
        id: "Menurut jenis instansinya, yaitu jenjang teratas: {regency: 2, ministry: {at_least: 5}, city: {of: {puskesmas: 2}}}.",
        en: "By the kind of the institution, the top rung: {regency: 2, ministry: {at_least: 5}, city: {of: {puskesmas: 2}}}.")
    ], rules: [.exactlyOne(["at_least", "of", "kind"])])

  static let sampleCount = MappingForm(
    id: "Berapa yang seharusnya disurvei: tepat satu dari dua.", en: "How many are to be surveyed: exactly one of two.",
    numbers, rules: [.exactlyOne(["at_least", "of"])])

  private static let numbers: [FormKey] = [
    .conditional("at_least", .whole(EditionDecoder.countsExpected), id: "Sekurang-kurangnya sebanyak ini.", en: "At least so many."),
    .conditional(
      "of", .table(.text, of: .valueOrMapping(.whole(EditionDecoder.countsExpected), .leastCount), count: 1...Int.max),
      id: "Sebanyak ini dari setiap jenis jenjang ini sendiri: {dinas_sosial: 1, puskesmas: {at_least: 2}}.",
      en: "So many of each kind of this rung itself: {dinas_sosial: 1, puskesmas: {at_least: 2}}."),
  ]

  static let leastCount = MappingForm(
    id: "Sekurang-kurangnya sebanyak ini.", en: "At least so many.",
    [.required("at_least", .whole(EditionDecoder.countsExpected), id: "Sekurang-kurangnya sebanyak ini.", en: "At least so many.")])

  static let rungCombine = MappingForm(
    id: "Rata-rata berbobot.", en: "A weighted mean.",
    [
      .required("weighted", .mapping(.rungWeights), id: "Dari mana bobotnya.", en: "Where the weights come from.")
    ])

  static let rungWeights = MappingForm(
    id: "Asal bobot: tepat satu dari tiga.", en: "Where weights come from: exactly one of three.",
    [
      .conditional("field", .name, id: "Bidang yang angkanya menjadi bobot.", en: "The field whose number is the weight."),
      .conditional(
        "kind", .table(.text, of: .positiveNumber, count: 0...Int.max), id: "Bobot setiap jenis.", en: "The weight of each kind."),
      .conditional("count", .name, id: "Jenjang yang dihitung jumlahnya.", en: "The rung that is counted."),
    ], rules: [.exactlyOne(["field", "kind", "count"])])

  static let field = MappingForm(
    id: "Satu bidang: apa yang dicatat.", en: "One field: what is recorded.",
    [
      .required("per", .name, id: "Jenjang tempat bidang ini dicatat.", en: "The rung for which the field is recorded."),
      .required(
        "type", .choice(of: Field.Kind.self),
        id: "yes_no: ya atau tidak; number: angka; count: cacah; level: tingkat; choice: pilihan; text: teks.",
        en: "yes_no: yes or no; number; count: a whole number from 0; level: an ordinal step; choice: one of some words; text."),
      .optional(
        "range", .range, id: "Nilai terendah dan tertinggi yang dapat dicatat.", en: "The lowest and highest value that can be recorded."),
      .optional("unit", .text, id: "Satuan, misalnya menit.", en: "The unit of measure, such as minutes."),
      .optional("label", .mapping(.words), id: "Nama bidang dalam dua bahasa.", en: "The name of the field in both languages."),
      .optional("optional", .boolean, id: "Boleh tidak dicatat.", en: "Whether it may be left out of the data."),
      .optional(
        "backcast", .number, id: "Nilai yang diandaikan untuk semua pada tahun yang belum mencatatnya.",
        en: "The value that everybody is taken to have had in years that did not record it."),
    ])

  static let defaults = MappingForm(
    id: "Yang berlaku untuk semua bagian.", en: "What holds for all parts.",
    [
      missingKey, notApplicableKey,
      .optional(
        "weights_sum", .number, id: "Jumlah bobot yang seharusnya dalam setiap kelompok.", en: "What the weights of every group add up to."),
    ])

  static let flag = MappingForm(
    id: "Hasil di samping nilai.", en: "An outcome beside the score.",
    [
      .required("when", .words, id: "Syaratnya.", en: "The condition."),
      .optional("label", .mapping(.words), id: "Namanya dalam dua bahasa.", en: "Its name in both languages."),
      citeKey,
    ])

  static let zones = MappingForm(
    id: "Zona, dari yang terendah; setiap zona berakhir di tempat zona berikutnya mulai.",
    en: "The zones, lowest first; each ends where the next begins.",
    [
      .required("ladder", .list(.mapping(.zone), atLeast: 1), id: "Daftar zona dari bawah ke atas.", en: "The zones from the bottom up."),
      .optional(
        "on", .choice(of: ZoneBasis.self), id: "Angka yang menentukan zona: rounded (yang diumumkan) atau exact.",
        en: "The figure that decides: rounded (as published) or exact."),
      citeKey, provenanceKey,
    ])

  static let zone = MappingForm(
    id: "Satu zona.", en: "One zone.",
    [
      .required("id", .name, id: "Nama zona.", en: "The name of the zone."),
      .required("from", .number, id: "Nilai terendah yang masuk zona ini.", en: "The lowest score in this zone."),
      .optional(
        "to", .number, id: "Tercetak saja: harus sama dengan `from` berikutnya.", en: "Printed only: must agree with the next `from`."),
      .optional("zone", .name, id: "Warna: merah, kuning, hijau.", en: "Its colour: merah, kuning, hijau."),
      .optional("label", .mapping(.words), id: "Namanya dalam dua bahasa.", en: "Its name in both languages."),
    ])
}
