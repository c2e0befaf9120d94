internal import RuleModel

/// What leads from one edition to the next.
extension MappingForm {
  static let base = MappingForm(
    id: "Edisi yang diperluas.", en: "The edition that is extended.",
    [
      .required("edition", .name, id: "Namanya.", en: "Its name."),
      .optional("digest", .text, id: "Sidik penilaiannya: sha256:...", en: "Its scoring digest: sha256:..."),
    ])

  static let lineage = MappingForm(
    id: "Asal edisi yang ditulis utuh.", en: "Where an edition that is written whole comes from.",
    [
      .required("from", .name, id: "Edisi sebelumnya.", en: "The edition before."),
      .optional(
        "changes", .list(.mapping(.lineageChange), atLeast: 0), id: "Judul dan sumber perubahan yang disebut di bawah.",
        en: "Titles and sources of the changes named below."),
      .optional(
        "parts", .list(.mapping(.partLink), atLeast: 0), id: "Bagian yang tidak berlanjut dengan nama yang sama.",
        en: "Parts that do not continue under the same name."),
      .optional("fields", .list(.mapping(.fieldLink), atLeast: 0), id: "Bidang yang berganti nama.", en: "Fields that were renamed."),
    ])

  static let lineageChange = MappingForm(
    id: "Satu perubahan bernama.", en: "One named change.", changeHead)

  static let partLink = MappingForm(
    id: "Bagaimana bagian berlanjut.", en: "How parts continue.",
    [
      .required(
        "kind", .choice(of: PartLink.Kind.self),
        id: "same, renamed, moved: makna tetap; split, merged; narrowed, widened: cakupan berubah; new; dropped.",
        en: "same, renamed, moved: the meaning stays; split, merged; narrowed, widened: the scope changed; new; dropped."),
      .optional("from", .oneOrList(.name, atLeast: 0), id: "Bagian edisi lama.", en: "Parts of the old edition."),
      .optional("to", .oneOrList(.name, atLeast: 0), id: "Bagian edisi ini.", en: "Parts of this edition."),
      linkChangeKey, linkProvenanceKey, reasonKey,
    ])

  static let fieldLink = MappingForm(
    id: "Bagaimana bidang berlanjut.", en: "How a field continues.",
    [
      .required(
        "kind", .choice(of: FieldLinkKind.self), id: "renamed: berganti nama; recoded: nilainya dibaca lain; dropped: tidak dicatat lagi.",
        en: "renamed; recoded: its values read otherwise; dropped: recorded no more."),
      .required("from", .name, id: "Nama lama.", en: "The old name."),
      .conditional(
        "to", .name, id: "Nama baru; tidak ada bila bidangnya tidak dicatat lagi.",
        en: "The new name; none if the field is recorded no more."),
      .conditional(
        "values", .table(.number, of: .number, count: 1...Int.max), id: "Nilai lama dan bacaannya yang baru: {0: 0, 1: 2}.",
        en: "Old values and what they read now: {0: 0, 1: 2}."),
      linkChangeKey, linkProvenanceKey, reasonKey,
    ])

  private static let changeHead: [FormKey] = [
    .required("id", .name, id: "Nama perubahan.", en: "The name of the change."),
    .required("title", .mapping(.words), id: "Judulnya dalam dua bahasa.", en: "Its title in both languages."),
    citeKey, changeProvenanceKey, reasonKey,
  ]

  private static let changeProvenanceKey = FormKey.optional(
    "provenance", .choice(of: Provenance.self),
    id: "published: perubahan ini tertulis dalam sumber; reconstructed: disimpulkan dari sumber; assumed: diandaikan.",
    en: "published: the change stands in a source; reconstructed: inferred from sources; assumed.")

  private static let linkChangeKey = FormKey.optional(
    "change", .name, id: "Perubahan bernama yang menyebabkannya.", en: "The named change that it belongs to.")

  private static let linkProvenanceKey = FormKey.optional(
    "provenance", .choice(of: Provenance.self),
    id: "published: tertulis dalam sumber; reconstructed: disimpulkan; assumed: diandaikan. Tanpa kunci ini seperti perubahannya.",
    en: "published: stands in a source; reconstructed: inferred; assumed. Without this key as its change.")

  private static let reasonKey = FormKey.optional(
    "note", .valueOrMapping(.text, .words), id: "Mengapa demikian.", en: "Why it is so.")

  static let change = MappingForm(
    id: "Satu perubahan bernama, yaitu satu baris penjelasan.", en: "One named change, which is one line of the explanation.",
    changeHead + [
      .optional(
        "after", .oneOrList(.name, atLeast: 0), id: "Perubahan sebelumnya yang menyentuh hal yang sama.",
        en: "Earlier changes that touch the same thing."),
      .required("edits", .list(.mapping(.edit), atLeast: 1), id: "Suntingannya.", en: "Its edits."),
    ])

  /// The verbs: each edit has exactly one.
  static let verbs = ["add", "set", "move", "remove", "replace", "rename", "split", "merge"]

  static let edit = MappingForm(
    id: "Satu suntingan: tepat satu kata kerja.", en: "One edit: exactly one verb.",
    [
      .conditional("add", .mapping(.add), id: "Tambah bagian, bidang, sumber atau penanda.", en: "Add a part, fields, sources or flags."),
      .conditional(
        "set", .mapping(.set), id: "Beri nilai baru pada kunci bagian, jenjang, bidang atau `defaults`.",
        en: "Give keys of a part, a rung, a field or `defaults` new values."),
      .conditional("move", .mapping(.move), id: "Pindahkan bagian; maknanya tetap.", en: "Move a part; its meaning stays."),
      .conditional("remove", .mapping(.remove), id: "Hapus bagian, bidang atau penanda.", en: "Remove a part, a field or a flag."),
      .conditional(
        "replace", .mapping(.replace), id: "Ganti zona atau satu bagian seutuhnya.", en: "Replace the zones or one part as a whole."),
      .conditional("rename", .mapping(.rename), id: "Beri nama baru; maknanya tetap.", en: "Give a new name; the meaning stays."),
      .conditional("split", .mapping(.split), id: "Pecah satu bagian menjadi beberapa.", en: "Split one part into several."),
      .conditional("merge", .mapping(.merge), id: "Gabungkan beberapa bagian menjadi satu.", en: "Merge several parts into one."),
    ], rules: [.exactlyOne(verbs)])

  static let add = MappingForm(
    id: "Yang ditambahkan.", en: "What is added.",
    [
      .conditional("under", .name, id: "Kelompok tempat bagian ditambahkan.", en: "The group to which the part is added."),
      .conditional("part", .mapping(.part), id: "Bagian yang baru.", en: "The new part."),
      .optional("fields", .table(.name, of: .mapping(.field), count: 1...Int.max), id: "Bidang yang baru.", en: "New fields."),
      .optional("sources", .table(.name, of: .mapping(.source), count: 1...Int.max), id: "Sumber yang baru.", en: "New sources."),
      .optional("flags", .table(.name, of: .mapping(.flag), count: 1...Int.max), id: "Penanda yang baru.", en: "New flags."),
    ], rules: [.atLeastOne(["part", "fields", "sources", "flags"]), .only("part", beside: ["under"]), .only("under", beside: ["part"])])

  static let remove = MappingForm(
    id: "Yang dihapus.", en: "What is removed.",
    [
      .optional("part", .name, id: "Bagian yang dihapus.", en: "The part that is removed."),
      .optional("field", .name, id: "Bidang yang dihapus.", en: "The field that is removed."),
      .optional("flag", .name, id: "Penanda yang dihapus.", en: "The flag that is removed."),
    ], rules: [.atLeastOne(["part", "field", "flag"])])

  /// What `set` can be about.
  static let targets = ["part", "rung", "field", "flag", "defaults"]

  static let set = MappingForm(
    id: "Tepat satu sasaran, dan kunci yang berubah.", en: "Exactly one target, and the keys that change.",
    [
      .conditional("part", .name, id: "Bagian yang berubah.", en: "The part that changes."),
      .conditional("rung", .name, id: "Jenjang yang berubah.", en: "The rung that changes."),
      .conditional("field", .name, id: "Bidang yang berubah.", en: "The field that changes."),
      .conditional(
        "recode", .table(.number, of: .number, count: 1...Int.max), id: "Untuk bidang: nilai lama dan bacaannya yang baru: {0: 0, 1: 2}.",
        en: "For a field: old values and what they read now: {0: 0, 1: 2}."),
      .conditional("flag", .name, id: "Penanda yang berubah.", en: "The flag that changes."),
      .conditional("defaults", .mapping(.defaults), id: "Yang berlaku untuk semua bagian.", en: "What holds for all parts."),
    ],
    rules: [.exactlyOne(targets), .only("recode", beside: ["field"])],
    borrowed: [
      BorrowedKeys(beside: "part", form: .part, except: ["id", "parts"]), BorrowedKeys(beside: "rung", form: .rung, except: []),
      BorrowedKeys(beside: "field", form: .field, except: []), BorrowedKeys(beside: "flag", form: .flag, except: []),
    ])

  static let replace = MappingForm(
    id: "Yang diganti.", en: "What is replaced.",
    [
      .optional("zones", .mapping(.zones), id: "Zona yang baru.", en: "The new zones."),
      .optional("part", .mapping(.replacedPart), id: "Bagian yang baru, dengan nama yang lama.", en: "The new part, under the old name."),
    ], rules: [.atLeastOne(["zones", "part"])])

  static let move = MappingForm(
    id: "Yang dipindahkan.", en: "What is moved.",
    [
      .required("part", .name, id: "Bagian yang dipindahkan.", en: "The part that is moved."),
      .required("under", .name, id: "Kelompok tujuannya.", en: "The group to which it goes."),
      .optional("weight", .positiveNumber, id: "Bobotnya di sana.", en: "Its weight there."),
    ])

  static let rename = MappingForm(
    id: "Yang berganti nama: bagian atau bidang.", en: "What is renamed: a part or a field.",
    [
      .conditional("part", .name, id: "Nama lama bagian.", en: "The old name of a part."),
      .conditional("field", .name, id: "Nama lama bidang.", en: "The old name of a field."),
      .required("to", .name, id: "Nama baru.", en: "The new name."),
      .optional("label", .mapping(.words), id: "Label barunya.", en: "Its new label."),
    ], rules: [.exactlyOne(["part", "field"])])

  static let split = MappingForm(
    id: "Bagian yang dipecah.", en: "The part that is split.",
    [
      .required("part", .name, id: "Bagian yang lama.", en: "The old part."),
      .required("into", .list(.mapping(.part), atLeast: 2), id: "Bagian-bagian yang baru.", en: "The new parts."),
    ])

  static let merge = MappingForm(
    id: "Bagian yang digabungkan.", en: "The parts that are merged.",
    [
      .required("parts", .list(.name, atLeast: 2), id: "Bagian-bagian yang lama.", en: "The old parts."),
      .required("into", .mapping(.part), id: "Bagian yang baru.", en: "The new part."),
    ])
}
