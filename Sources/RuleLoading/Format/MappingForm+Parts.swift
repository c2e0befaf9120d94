internal import RuleModel

/// A part of the score, and how an observation becomes points.
extension MappingForm {
  static let total = MappingForm(
    id: "Nilai total.", en: "The total score.", naming + [labelKey] + rest, rules: bodyRules)

  static let part = MappingForm(
    id: "Satu bagian: kelompok (`parts`) atau indikator.", en: "One part: a group (`parts`) or an indicator.",
    naming + [
      labelKey,
      .required(
        "weight", .positiveNumber, id: "Bobot di antara saudaranya: 21.85 atau \"100/3\".",
        en: "Its weight among its siblings: 21.85 or \"100/3\"."),
    ] + rest, rules: bodyRules)

  /// A part in the place of another; only the total has no weight.
  static let replacedPart = MappingForm(
    id: "Bagian baru di tempat bagian bernama sama.", en: "A new part in the place of the one of that name.",
    naming + [
      labelKey, .conditional("weight", .positiveNumber, id: "Bobot di antara saudaranya.", en: "Its weight among its siblings."),
    ] + rest, rules: bodyRules)

  /// The keys that say what a part is made of: each part has exactly one.
  static let bodies = ["parts", "yes_no", "checklist", "levels", "bands", "linear", "formula"]

  private static let bodyRules: [KeyRule] = [
    .exactlyOne(bodies), .only("combine", beside: ["parts"]), .only("goalposts", beside: ["parts"]),
    .only("at", beside: ["parts", "formula"]),
  ]

  private static let naming: [FormKey] = [
    .required(
      "id", .name, id: "Nama bagian; tetap sama dari edisi ke edisi.", en: "The name of the part; it stays from edition to edition.")
  ]

  private static let labelKey = FormKey.optional(
    "label", .mapping(.words), id: "Nama bagian dalam dua bahasa.", en: "The name of the part in both languages.")

  static let citeKey = FormKey.optional(
    "cite", .oneOrList(.citation, atLeast: 0), id: "Sumbernya: kunci di `sources`, lalu halaman atau pasalnya.",
    en: "Where it comes from: a key of `sources`, then the page or section.")

  static let provenanceKey = FormKey.optional(
    "provenance", .choice(of: Provenance.self),
    id: "published: tertulis dalam sumber; reconstructed: disimpulkan dari sumber; assumed: diandaikan.",
    en: "published: stands in the source; reconstructed: inferred from sources; assumed.")

  static let noteKey = FormKey.optional(
    "note", .valueOrMapping(.text, .words), id: "Catatan bagi pembaca aturan.", en: "A note to the reader of the rules.")

  static let missingKey = FormKey.optional(
    "missing", .valueOrMapping(.choice(MissingPolicy.words.map(\.key)), .missing),
    id: "Bila seharusnya dicatat tetapi tidak ada: error: ditolak; zero: 0; skip: dilewati; {value: n}; {carry: edisi}.",
    en: "If it should have been recorded and is not: error: refused; zero: 0; skip: left out; {value: n}; {carry: edition}.")

  static let notApplicableKey = FormKey.optional(
    "not_applicable", .choice(of: NotApplicablePolicy.self), id: "Bila `when` tidak terpenuhi: skip: dilewati; zero: 0; full: nilai penuh.",
    en: "If `when` does not hold: skip: left out; zero: 0; full: the highest score.")

  private static let rest: [FormKey] = [
    .optional(
      "at", .name, id: "Jenjang tempat anggota kelompok ini ditimbang.", en: "The rung on which the parts of this group are weighed."),
    .optional(
      "when", .words, id: "Syarat agar bagian ini berlaku, misalnya \"adu_masuk > 0\".",
      en: "When this part applies, such as \"adu_masuk > 0\"."),
    missingKey, notApplicableKey,
    .optional(
      "round", .valueOrMapping(.whole(0...12), .rounding),
      id: "Pembulatan: banyaknya desimal, atau {places, mode, on}. Yang lain tetap eksak.",
      en: "Rounding: the number of decimals, or {places, mode, on}. Everything else stays exact."),
    .optional(
      "precision", .whole(0...12), id: "Banyaknya desimal untuk akar dan logaritma.",
      en: "The decimals to which a root or a logarithm is taken."),
    citeKey, provenanceKey, noteKey,
    .optional(
      "combine", .choice(of: Part.Combine.self), id: "Cara anggota kelompok digabungkan; tanpa kunci ini rata-rata berbobot.",
      en: "How the parts of a group are combined; without this key their weighted mean."),
    .optional(
      "goalposts", .valueOrMapping(.choice([MappingForm.noGoalposts]), .goalposts),
      id: "Untuk kelompok: kedua titik acuan yang membawa gabungan anggotanya ke skala; none: tidak ada.",
      en: "For a group: the two values between which what its parts give together is brought to the scale; none: there are none."),
    .conditional(
      "parts", .list(.mapping(.part), atLeast: 0), id: "Kelompok: bagian-bagian yang ditimbang.", en: "A group: the parts that are weighed."
    ),
    .conditional(
      "yes_no", .valueOrMapping(.name, .yesNo), id: "Bidang ya/tidak: nilai penuh atau nol.", en: "A yes/no field: the full score or none."),
    .conditional("checklist", .mapping(.checklist), id: "Berapa dari beberapa butir terpenuhi.", en: "How many of some items are met."),
    .conditional("levels", .mapping(.levels), id: "Nilai untuk setiap tingkat.", en: "A score for each level."),
    .conditional("bands", .mapping(.bands), id: "Nilai menurut kelas angka.", en: "A score for each band of numbers."),
    .conditional(
      "linear", .mapping(.linear), id: "Garis lurus dari yang terburuk ke yang terbaik.", en: "A straight line from the worst to the best."),
    .conditional("formula", .words, id: "Rumus, bila tidak ada bentuk lain yang cocok.", en: "A formula, where no other body fits."),
    .refused("backcast"), .refused("recode"),
  ]

  static let missing = MappingForm(
    id: "Pengganti untuk yang tidak dicatat: tepat satu dari dua.", en: "What stands for what was not recorded: exactly one of two.",
    [
      .conditional("value", .number, id: "Nilai penggantinya.", en: "The score that stands for it."),
      .conditional(
        "carry", .name, id: "Edisi yang tahunnya memberi nilai amatan; dinilai menurut aturan ini.",
        en: "The edition from whose year the value is carried over; it is scored by these rules."),
    ], rules: [.exactlyOne(["value", "carry"])])

  static let rounding = MappingForm(
    id: "Pembulatan.", en: "Rounding.",
    [
      .required("places", .whole(0...12), id: "Banyaknya desimal.", en: "The number of decimals."),
      .optional(
        "mode", .choice(of: RoundingMode.self), id: "half_up: 0,5 ke atas; half_even: 0,5 ke genap; up: ke atas; down: ke bawah.",
        en: "half_up: a half goes up; half_even: a half goes to the even digit; up; down."),
      .optional(
        "on", .oneOrList(.name, atLeast: 1), id: "Jenjang-jenjang tempat nilai dibulatkan.", en: "The rungs on which the score is rounded."),
    ])

  /// The word that takes goalposts away.
  static let noGoalposts = "none"

  static let goalposts = MappingForm(
    id: "Titik acuan sebuah kelompok.", en: "The goalposts of a group.",
    [
      .required(
        "worst", .number, id: "Nilai gabungan yang menjadi nilai terendah.", en: "The combined value that becomes the lowest score."),
      .required(
        "best", .number, id: "Nilai gabungan yang menjadi nilai tertinggi.", en: "The combined value that becomes the highest score."),
      clampKey,
    ])

  private static let clampKey = FormKey.optional(
    "clamp", .boolean, id: "`true`: di luar kedua ujung nilainya tetap.", en: "`true`: beyond the ends the score stays.")

  private static let fieldKey = FormKey.required("field", .name, id: "Bidang yang dinilai.", en: "The field that is scored.")

  static let yesNo = MappingForm(
    id: "Bidang ya/tidak.", en: "A yes/no field.",
    [
      fieldKey,
      .optional(
        "invert", .boolean, id: "`true`: jawaban tidak yang bernilai penuh.", en: "`true`: it is the answer no that gives the full score."),
    ])

  static let checklist = MappingForm(
    id: "Daftar periksa.", en: "A checklist.",
    [
      .required("items", .oneOrList(.name, atLeast: 1), id: "Bidang ya/tidak yang dihitung.", en: "The yes/no fields that are counted."),
      .optional(
        "points", .table(.name, of: .positiveNumber, count: 0...Int.max), id: "Poin butir yang tidak bernilai 1.",
        en: "The points of items that count other than 1."),
      .optional(
        "at_least", .positiveNumber, id: "Poin yang cukup untuk nilai penuh.", en: "The points that are enough for the full score."),
    ])

  static let levels = MappingForm(
    id: "Nilai untuk setiap tingkat.", en: "A score for each level.",
    [
      fieldKey,
      .required(
        "scores", .table(.number, of: .number, count: 1...Int.max), id: "Tingkat dan nilainya: {0: 0, 1: 50, 2: 100}.",
        en: "Levels and their scores: {0: 0, 1: 50, 2: 100}."),
    ])

  static let bands = MappingForm(
    id: "Nilai menurut kelas angka.", en: "A score for each band of numbers.",
    [
      fieldKey,
      .required(
        "rows", .list(.mapping(.bandRow), atLeast: 1), id: "Baris dari bawah ke atas; setiap baris berlaku sampai baris berikutnya.",
        en: "Rows from the bottom up; each holds up to the next."),
    ])

  static let bandRow = MappingForm(
    id: "Satu kelas.", en: "One band.",
    [
      .required("from", .number, id: "Angka terendah di kelas ini.", en: "The lowest number in this band."),
      .optional(
        "to", .number, id: "Tercetak saja: harus sama dengan `from` berikutnya.", en: "Printed only: must agree with the next `from`."),
      .required("score", .number, id: "Nilainya.", en: "Its score."),
    ])

  static let linear = MappingForm(
    id: "Garis lurus antara dua ujung.", en: "A straight line between two ends.",
    [
      fieldKey,
      .required("worst", .number, id: "Angka yang bernilai terendah.", en: "The number with the lowest score."),
      .required("best", .number, id: "Angka yang bernilai tertinggi.", en: "The number with the highest score."),
      clampKey,
      .optional(
        "log", .boolean, id: "`true`: garis lurus pada logaritma, misalnya untuk pendapatan.",
        en: "`true`: straight in the logarithm, as for incomes."),
    ])
}
