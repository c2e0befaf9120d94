internal import RuleDiagnostics
internal import RuleModel

/// What became of a published edition after it was locked.
enum FrozenChange {
  /// Its file was changed.
  case own(Seal.Difference, found: Digest)
  /// Its file is the same, but what it extends was changed.
  case base(Seal.Difference, found: Digest)
  /// Its file was changed and is no edition any more.
  case unreadable(found: Digest)

  /// The weightiest difference.
  var difference: Seal.Difference {
    switch self {
    case .own(let difference, _), .base(let difference, _): difference
    case .unreadable: .bytes
    }
  }

  /// The digest in which it shows, as it is now.
  var found: Digest {
    switch self {
    case .own(_, let found), .base(_, let found), .unreadable(let found): found
    }
  }

  var isInBase: Bool {
    if case .base = self { true } else { false }
  }

  /// What differs, and whether a score can move.
  var words: Words {
    switch self {
    case .own(let difference, _): FrozenChange.words(for: difference)
    case .base(let difference, _):
      Words(
        id: "berkasnya sama, tetapi yang diperluasnya berubah; \(FrozenChange.words(for: difference).id)",
        en: "its file is the same, but what it extends was changed; \(FrozenChange.words(for: difference).en)")
    case .unreadable: Words(id: "berkasnya diubah dan kini memuat galat", en: "its file was changed and has errors now")
    }
  }

  private static func words(for difference: Seal.Difference) -> Words {
    switch difference {
    case .scoring: Words(id: "aturannya lain, jadi nilai dapat bergerak", en: "its rules differ, so scores can move")
    case .document:
      Words(
        id: "label, judul, sumber, atau statusnya lain; tidak ada nilai yang bergerak",
        en: "labels, titles, sources or the status differ; no score moves")
    case .bytes:
      Words(
        id: "tulisannya lain (komentar, tata letak, perubahan bernama); tidak ada nilai yang bergerak",
        en: "its text differs (comments, layout, named changes); no score moves")
    }
  }

  /// What the digest is taken of.
  var digestName: Words {
    switch difference {
    case .scoring: Words(id: "sidik penilaian", en: "scoring digest")
    case .document: Words(id: "sidik dokumen", en: "document digest")
    case .bytes: Words(id: "sidik berkas", en: "file digest")
    }
  }
}

extension Edition {
  /// The assessment and the edition, such as `kepatuhan/2022`.
  var fullName: String { "\(family)/\(name)" }
}
