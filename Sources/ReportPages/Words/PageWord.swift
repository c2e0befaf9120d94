internal import Reporting
internal import RuleDiagnostics

/// Every fixed text of the pages, in both languages. `{name}` is filled in by whoever says it.
enum PageWord: CaseIterable {
  case contents, overview, league, institutions, basis, skip
  case score, scores, rank, name, kind, province, zone, change, mean, median, count, group, none, withoutScore
  case zones, zonesText, ofAll, byKind, byProvince, all, table, chart
  case distribution, distributionText, from, below, line, lines
  case changed, moves, meanChange, meanText, rises, falls, before, cause, gone, notExplained
  case leagueNote, sortNote, sort
  case rankOf, waterfall, waterfallText, step, points, range, details, detailsRows
  case nextGap, nextTop, nextHow
  case units, whole, parts, part, weight, share, value, origin, originNote, shortNote
  case missing, missingOne, notApplicable, notSurveyed, more
  case assumptions, assumptionsShort, flags
  case basisText, rules, edition, file, digestRules, digestDocument, digestData, dataFiles, rows, tool, toolText
  case sources, sourcesText, partsOfRules, cited, provenance, zoneLines, status, changesOfRules, reason, top

  var words: Words {
    switch self {
    case .contents: Words(id: "Isi", en: "Contents")
    case .overview: Words(id: "Ikhtisar", en: "Overview")
    case .league: Words(id: "Peringkat", en: "League table")
    case .institutions: Words(id: "Instansi", en: "Institutions")
    case .basis: Words(id: "Dasar dan asal angka", en: "What the figures rest on")
    case .skip: Words(id: "Langsung ke isi", en: "Skip to the contents")
    case .score: Words(id: "Nilai", en: "Score")
    case .scores: Words(id: "Nilai", en: "Scores")
    case .rank: Words(id: "No.", en: "Rank")
    case .name: Words(id: "Instansi", en: "Institution")
    case .kind: Words(id: "Jenis", en: "Kind")
    case .province: Words(id: "Provinsi", en: "Province")
    case .zone: Words(id: "Zona", en: "Zone")
    case .change: Words(id: "Selisih", en: "Change")
    case .mean: Words(id: "Rata-rata", en: "Mean")
    case .median: Words(id: "Median", en: "Median")
    case .count: Words(id: "Jumlah", en: "Number")
    case .group: Words(id: "Kelompok", en: "Group")
    case .none: Words(id: "(tidak disebut)", en: "(not given)")
    case .withoutScore: Words(id: "tidak ada nilai", en: "no score")
    case .zones: Words(id: "Zona", en: "Zones")
    case .zonesText: Words(id: "Jumlah instansi di setiap zona.", en: "The number of institutions in each zone.")
    case .ofAll: Words(id: "Semua instansi", en: "All institutions")
    case .byKind: Words(id: "Menurut jenis", en: "By kind")
    case .byProvince: Words(id: "Menurut provinsi", en: "By province")
    case .all: Words(id: "Semua", en: "All")
    case .table: Words(id: "Tabel", en: "Table")
    case .chart: Words(id: "Gambar", en: "Chart")
    case .distribution: Words(id: "Sebaran nilai", en: "Distribution of the scores")
    case .distributionText:
      Words(
        id: "Jumlah instansi menurut nilai; garis tegak adalah batas zona. Terbanyak {most} dalam satu batang.",
        en: "The number of institutions by score; upright lines are where zones begin. At most {most} in one bar.")
    case .from: Words(id: "mulai {line}", en: "from {line}")
    case .below: Words(id: "di bawah garis terendah", en: "below the lowest line")
    case .line: Words(id: "Batas", en: "Begins at")
    case .lines: Words(id: "Batas zona", en: "Zone lines")
    case .changed: Words(id: "Yang berubah sejak {old}", en: "What changed since {old}")
    case .moves: Words(id: "Perpindahan zona", en: "Moves between zones")
    case .meanChange: Words(id: "Rata-rata selisih menurut sebab", en: "Mean change by cause")
    case .meanText:
      Words(
        id: "Rata-rata atas {count} instansi yang punya nilai pada kedua tahun.",
        en: "Means over the {count} institutions that have a score in both years.")
    case .rises: Words(id: "Naik paling banyak", en: "The largest rises")
    case .falls: Words(id: "Turun paling banyak", en: "The largest falls")
    case .before: Words(id: "Sebelum", en: "Before")
    case .cause: Words(id: "Sebab", en: "Cause")
    case .gone: Words(id: "Hanya ada pada {old}", en: "Only in {old}")
    case .notExplained: Words(id: "Selisihnya tidak dijelaskan: {reason}.", en: "The change is not explained: {reason}.")
    case .leagueNote:
      Words(
        id: "Menurut nilai terbit; nilai sama, nomor sama. Peringkat atas seluruh data laporan ini.",
        en: "By published score; equal scores share a rank. The ranks are over all data of this report.")
    case .sortNote: Words(id: "Tekan judul kolom untuk mengurutkan.", en: "Press the head of a column to sort.")
    case .sort: Words(id: "Urutkan", en: "Sort")
    case .rankOf: Words(id: "nomor {rank} dari {count}", en: "rank {rank} of {count}")
    case .waterfall: Words(id: "Dari {old} ke {new}", en: "From {old} to {new}")
    case .waterfallText:
      Words(id: "Nilai {from} menjadi {to}: {steps}.", en: "The score {from} became {to}: {steps}.")
    case .step: Words(id: "Langkah", en: "Step")
    case .points: Words(id: "Poin", en: "Points")
    case .range: Words(id: "Rentang", en: "Range")
    case .details: Words(id: "Rincian perubahan", en: "The change in detail")
    case .detailsRows: Words(id: "Rincian perubahan ({count} baris)", en: "The change in detail ({count} lines)")
    case .nextGap: Words(id: "{zone} mulai {line}: kurang {points} poin.", en: "{zone} begins at {line}: {points} points are missing.")
    case .nextTop: Words(id: "Sudah di zona tertinggi.", en: "It is in the highest zone.")
    case .nextHow: Words(id: "Cara mencapainya", en: "What would do it")
    case .units: Words(id: "Menurut {rung}", en: "By {rung}")
    case .whole: Words(id: "Seluruh instansi", en: "The institution")
    case .parts: Words(id: "Bagian-bagian nilai", en: "The parts of the score")
    case .part: Words(id: "Bagian", en: "Part")
    case .weight: Words(id: "Bobot", en: "Weight")
    case .share: Words(id: "Porsi", en: "Share")
    case .value: Words(id: "Nilai", en: "Value")
    case .origin: Words(id: "Asal", en: "Origin")
    case .originNote:
      Words(
        id: "Asal angka aturan: T diterbitkan, R direkonstruksi, A diasumsikan. Porsi dari nilai akhir bila tidak ada yang kosong.",
        en: "Origin of the rules' figures: P published, R reconstructed, A assumed. Share of the total where nothing is missing.")
    case .shortNote:
      Words(
        id:
          "Halaman instansi di sini ringkas: tanpa indikator, langkah satu tingkat tanpa rentangnya, dan jarak ke zona berikutnya tanpa caranya. "
          + "Yang lengkap: report --detail full, atau trace, explain, dan target untuk satu instansi.",
        en:
          "The pages of institutions are short here: no indicators, steps of one level without their ranges, and the distance to the next zone "
          + "without the ways there. For everything: report --detail full, or trace, explain and target for one institution.")
    case .missing: Words(id: "Kosong dan tidak berlaku", en: "Missing and not applicable")
    case .missingOne: Words(id: "Kosong dan tidak berlaku: {count}", en: "Missing and not applicable: {count}")
    case .notApplicable: Words(id: "tidak berlaku", en: "not applicable")
    case .notSurveyed: Words(id: "tidak ada {rung} yang disurvei", en: "no {rung} was surveyed")
    case .more:
      Words(id: "dan {count} lagi; semuanya dengan score --format json", en: "and {count} more; all of them with score --format json")
    case .assumptions: Words(id: "Asumsi", en: "Assumptions")
    case .assumptionsShort: Words(id: "Asumsi dalam penjelasan ini", en: "Assumptions of this explanation")
    case .flags: Words(id: "Penanda", en: "Flags")
    case .basisText:
      Words(
        id:
          "Setiap nilai dihitung tepat, sebagai pecahan, dan dibulatkan hanya di tempat yang ditetapkan aturan. Sidik (digest) di bawah "
          + "menunjukkan aturan dan data yang dipakai; berkas dengan sidik yang sama memberi laporan yang sama.",
        en:
          "Every score is computed exactly, as a fraction, and rounded only where the rules say so. The digests below tell which rules and "
          + "data were used; files with the same digests give the same report.")
    case .rules: Words(id: "Aturan", en: "Rules")
    case .edition: Words(id: "Edisi", en: "Edition")
    case .file: Words(id: "Berkas", en: "File")
    case .digestRules: Words(id: "Sidik aturan penilaian", en: "Digest of the scoring rules")
    case .digestDocument: Words(id: "Sidik dokumen aturan", en: "Digest of the rule document")
    case .digestData: Words(id: "Sidik data", en: "Digest of the data")
    case .dataFiles: Words(id: "Data", en: "Data")
    case .rows: Words(id: "{count} baris", en: "{count} rows")
    case .tool: Words(id: "Dibuat dengan", en: "Made with")
    case .toolText: Words(id: "timbang {version}, tanpa jaringan", en: "timbang {version}, without a network")
    case .sources: Words(id: "Sumber yang dikutip", en: "Sources cited")
    case .sourcesText:
      Words(
        id: "Alamat hanya disebut; berkas ini tidak memuat apa pun dari sana.",
        en: "Addresses are only named; this file loads nothing from them.")
    case .partsOfRules: Words(id: "Bagian nilai menurut aturan {edition}", en: "The parts of the score by the rules {edition}")
    case .cited: Words(id: "Dikutip dari", en: "Cited from")
    case .provenance: Words(id: "Asal angka", en: "Provenance")
    case .zoneLines: Words(id: "Batas zona {edition}", en: "Zone lines {edition}")
    case .status: Words(id: "Status", en: "Status")
    case .changesOfRules: Words(id: "Perubahan aturan {old} ke {new}", en: "Changes of the rules from {old} to {new}")
    case .reason: Words(id: "Alasan", en: "Reason")
    case .top: Words(id: "Ke peringkat", en: "To the league table")
    }
  }

  /// Returns the text in `language` with its placeholders filled in.
  func callAsFunction(_ language: Language, _ values: KeyValuePairs<String, String> = [:]) -> String {
    words[language].filled(values)
  }
}
