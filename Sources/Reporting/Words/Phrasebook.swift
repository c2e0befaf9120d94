public import RuleDiagnostics

/// Every fixed text that a report says, in both languages. `{name}` is filled in by whoever says it.
public enum Phrase: String, Sendable, CaseIterable {
  // Blocks and lines
  case corrections, performance, scope, method, coverage, changed, joined, left, finalRounding
  case added, removed, reweighted, rescaled, restructured, policy, rounding
  case scale, missing, structure, weights, applies
  // Explanation
  case rose, fell, same, newlyMeasured, newlyMeasuredOf, newlyMeasuredPartly, rangeNote, sampledNote, intermediate, reproduce,
    reproduceCarried
  case worldC, worldP, worldPS, assumptions, origins
  case assumeNew, assumeBackcast, assumeRecoded, assumeInseparable, assumeReadAs, assumeKept, assumePeers, assumeLeftOut, assumeCarried,
    assumeNarrowed, assumeWidened, assumeChange
  // Many explanations
  case columnInstitution, columnScore, columnChange, columnScope, columnZone, explained, explainedOne, notExplained, meanChange, chainNote
  case onlyInNew, onlyInOld, noScoreInEither, nothingInCommon, noIntermediate
  case causeUnchanged, causeScore, causeLines, causeEither, causeBoth, causeOffset
  // Zone
  case zoneUnchanged, zoneScore, zoneScoreAnyway, zoneLines, zoneLinesAnyway, zoneEither, zoneBoth, zoneOffset, zoneOffsetScore,
    zoneOffsetFall, zoneOffsetBoth, zoneMargin, zoneButFor, zoneNone, lineStayed,
    lineMoved
  // Narrative
  case tellRose, tellFell, tellSame, tellCorrections, tellPerformance, tellPerformanceNone, tellCoverage, tellScope, tellCounterfactual,
    tellCounterfactualAssumed,
    tellMethod,
    tellMethodTop
  case tellNew, tellNewBeside, tellNewEither, worse, better, tellAverage
  // Scores
  case flagYes, flagNo, flagUnknown
  case weight, weightless, share, unitsTitle, partsTitle, missingTitle, missingMore, policyError, policyZero, policySkip,
    policyValue, policyCarry, provenance, provenanceOfChanges, noResult, counted, betweenGoalposts
  case published, reconstructed, assumed, allPublished, partlyReconstructed, partlyAssumed
  // Differences between editions
  case differenceTitle, differenceElement, differenceChange, differenceReason, differenceUnclaimed, differenceNothing, differenceNone
  case partAdded, partRemoved, partMoved, partRenamed, partNarrowed, partWidened, partSplit, partMerged, ladder, zoneLine, labelled,
    recorded, flagged, origin, cited,
    source,
    rounded,
    notRounded, noGoalposts
  case fullScore, exactTotal, roundedTotal
  // Published scores
  case zoneTitle, agree, onlyLines, noZoneRow
  // Tests beside the rules
  case testPassed, testFailed, testCount, testFigure, testPublished, testNothing, testNone, testScore, testRefused
  case covered, coverageOf, untested, coveredParts, coveredConditions, coveredAnswers, coveredLevels, coveredBands, coveredZones
  case untestedPart, untestedCondition, untestedYes, untestedNo, untestedLevel, untestedBand, untestedZone
  case mutation, mutationNoticed, mutationSkipped, movedWeight, movedEdge, movedBandScore, movedLevelScore, movedLine
  // Findings and the pages of their codes
  case moreFindings, pageCode, pageSeverity, pageAlso, pageTitle, pageReason, pageWrong, pageRight, pageRemedy, pageAbstract, pageOverview,
    pageRead,
    pageSurroundings
  // What would reach a zone
  case targetMissing, targetReached, targetBest, targetImpossible, targetSingle, targetNoSingle, targetFewest, targetFew, targetPoints,
    targetTogether, targetUnits, targetUnitBest, targetNotEnough
  case floorYes, floorNo, floorAtLeast, floorAtMost, floorWorth, floorItems, floorEverywhere, floorOnly, floorNothing
  case targetAlone, targetFormula, targetReversed, targetLeftMissing, targetCaveat
  case breakEvenTitle, breakEvenRow, breakEvenNone, breakEvenNote
  // What if
  case impactTitle, whatIfTitle, impactBefore, impactAfter, impactMoved, impactShift, impactClimb, impactUnscored, impactKind,
    impactProvince, impactUp, impactDown, impactMean, impactNotGiven, impactMovers, impactFalls, impactRises, impactNear, impactLine,
    impactMore, impactRank, impactChanges, impactInTurn, impactAlone, impactZones, impactTogether, impactRefused, impactLost,
    impactNoChanges, impactUnmeasured, whatIfSet
  case sensitivityTitle, sensitivityStable, sensitivityLeast, sensitivityPublished, sensitivityKept, sensitivityRanks, sensitivityTornado,
    sensitivityWeight, sensitivityLeftOut, sensitivityNothing, sensitivityPercentiles

  /// The text with its placeholders.
  public var words: Words {
    switch self {
    case .corrections: Words(id: "Koreksi data lama", en: "Corrections of old data")
    case .performance: Words(id: "Kinerja", en: "Performance")
    case .scope: Words(id: "Objek survei", en: "Survey scope")
    case .method: Words(id: "Metode", en: "Method")
    case .coverage: Words(id: "Diamati hanya pada salah satu tahun", en: "Observed in one year only")
    case .changed: Words(id: "Diamati pada kedua tahun", en: "Observed in both years")
    case .joined: Words(id: "{rung} masuk", en: "{rung} joined")
    case .left: Words(id: "{rung} keluar", en: "{rung} left")
    case .finalRounding: Words(id: "Pembulatan akhir", en: "Final rounding")
    case .added: Words(id: "Bagian baru", en: "Parts added")
    case .removed: Words(id: "Bagian dihapus", en: "Parts removed")
    case .reweighted: Words(id: "Bobot diubah", en: "Weights changed")
    case .rescaled: Words(id: "Skala diubah", en: "Scales changed")
    case .restructured: Words(id: "Susunan diubah", en: "Structure changed")
    case .policy: Words(id: "Perlakuan data kosong", en: "Treatment of missing data")
    case .rounding: Words(id: "Pembulatan", en: "Rounding")
    case .scale: Words(id: "skala", en: "scale")
    case .missing: Words(id: "data kosong", en: "missing data")
    case .applies: Words(id: "syarat berlaku", en: "condition")
    case .structure: Words(id: "susunan", en: "structure")
    case .weights: Words(id: "bobot", en: "weights")
    case .rose: Words(id: "naik {points}", en: "up {points}")
    case .fell: Words(id: "turun {points}", en: "down {points}")
    case .same: Words(id: "tetap", en: "unchanged")
    case .newlyMeasured: Words(id: "baru diukur", en: "newly measured")
    case .newlyMeasuredOf: Words(id: "di antaranya baru diukur {points}", en: "of which newly measured {points}")
    case .newlyMeasuredPartly: Words(id: "sebagian baru diukur", en: "partly newly measured")
    case .rangeNote:
      Words(
        id: "[a .. b]  rentang menurut urutan langkah, bukan galat statistik",
        en: "[a .. b]  range over the order of the steps, not statistical error")
    case .sampledNote:
      Words(id: "Sebagian angka memakai contoh urutan, bukan semuanya.", en: "Some amounts rest on sampled orders, not on all of them.")
    case .intermediate: Words(id: "Nilai antara", en: "Intermediate scores")
    case .reproduce: Words(id: "ulangi dengan: {command}", en: "repeat it with: {command}")
    case .reproduceCarried:
      Words(
        id: "tidak ada satu perintah untuk ini: aturan {old} butuh nilai yang tidak ada di data {new}",
        en: "no single command for this: the {old} rules need values that the {new} data do not hold")
    case .worldC: Words(id: "data {old} setelah dikoreksi, aturan {old}", en: "{old} data as corrected, {old} rules")
    case .worldP: Words(id: "data {new} unit lama, aturan {old}", en: "{new} data of the old units, {old} rules")
    case .worldPS: Words(id: "seluruh data {new}, aturan {old}", en: "all {new} data, {old} rules")
    case .origins: Words(id: "Letak dan sumber perubahan aturan", en: "Where the changes of the rules are written, and their sources")
    case .assumptions: Words(id: "Asumsi", en: "Assumptions")
    case .assumeNew:
      Words(
        id: "{what}: baru diukur, tidak ada nilai lama, jadi bukan bukti kinerja memburuk atau membaik",
        en: "{what}: newly measured, there is no earlier value, so it is no evidence of worse or better performance")
    case .assumeBackcast:
      Words(
        id: "{what}: tidak dicatat pada tahun lama; dipakai nilai yang diandaikan aturan (backcast)",
        en: "{what}: not recorded in the old year; the value that the rules take for it is used (backcast)")
    case .assumeRecoded:
      Words(
        id: "{what}: dicatat dengan nilai lain pada tahun lama; dibaca menurut tabel aturan, ke dua arah",
        en: "{what}: recorded with other values in the old year; read by the rules' table, in both directions")
    case .assumeInseparable:
      Words(
        id: "{what}: skala dan jawaban berubah bersamaan dan tidak dapat dipisahkan",
        en: "{what}: the scale and the answers changed together and cannot be told apart")
    case .assumeReadAs:
      Words(
        id:
          "{what}: dicatat dengan bidang lain pada tahun lama; menurut aturan keduanya mengukur hal yang sama, jadi selisihnya termasuk kinerja",
        en: "{what}: recorded in another field in the old year; the rules say that both measure the same, so the difference is performance")
    case .assumeKept:
      Words(
        id: "{what}: tidak lagi dicatat; nilai lama dipakai sampai aturan menghapusnya",
        en: "{what}: no longer recorded; the old value stays until the rules drop it")
    case .assumeLeftOut:
      Words(
        id:
          "{what}: wajib menurut aturan lama, tetapi tidak ada di data baru dan tidak ada sebayanya; tidak ikut dihitung pada nilai antara",
        en: "{what}: the old rules insist on it, but the new data do not hold it and it has no peers; it is left out of intermediate scores"
      )
    case .assumeCarried:
      Words(
        id: "{what}: tidak ada pada tahun baru; aturan meneruskan nilai tahun sebelumnya",
        en: "{what}: missing in the new year; the rules carry the earlier value over")
    case .assumeNarrowed:
      Words(
        id:
          "{what}: syaratnya lebih ketat daripada dulu; perubahan jawabannya dihitung sebagai kinerja, padahal sebagian mungkin karena syarat itu",
        en: "{what}: asks more than before; a change of the answers counts as performance, though part of it may be the stricter criterion")
    case .assumeWidened:
      Words(
        id:
          "{what}: syaratnya lebih longgar daripada dulu; perubahan jawabannya dihitung sebagai kinerja, padahal sebagian mungkin karena syarat itu",
        en: "{what}: asks less than before; a change of the answers counts as performance, though part of it may be the wider criterion")
    case .assumeChange:
      Words(
        id: "{what}: bahwa aturannya berubah begini, atau mengapa, adalah asumsi; tidak ada yang menerbitkannya",
        en: "{what}: that the rules changed so, or why, is assumed; nobody has published it")
    case .assumePeers:
      Words(
        id: "{what}: tidak pernah diamati; dipakai rata-rata unit sebayanya",
        en: "{what}: never observed; the average of its peers is used")
    case .zoneUnchanged: Words(id: "Zona tetap {to}.", en: "The zone stays {to}.")
    case .zoneScore:
      Words(
        id: "Zona {from} menjadi {to} karena nilainya, bukan karena garisnya.",
        en: "The zone went from {from} to {to} because of the score, not of the lines.")
    case .zoneScoreAnyway:
      Words(
        id: "Zona {from} menjadi {to} karena nilainya: menurut garis {old} maupun {new} nilai {new} masuk zona {to}.",
        en: "The zone went from {from} to {to} because of the score: the {new} score is {to} under the {old} lines as well.")
    case .zoneLines:
      Words(
        id: "Zona {from} menjadi {to} hanya karena garisnya bergeser.",
        en: "The zone went from {from} to {to} only because the lines moved.")
    case .zoneLinesAnyway:
      Words(
        id:
          "Zona {from} menjadi {to} karena garisnya bergeser: nilai {old} pun masuk zona {to} menurut garis {new}, sedangkan menurut garis {old} nilai {new} masuk zona {score}.",
        en:
          "The zone went from {from} to {to} because the lines moved: the {old} score, too, is {to} under the {new} lines, while the {new} score is {score} under the {old} ones."
      )
    case .columnInstitution: Words(id: "Instansi", en: "Institution")
    case .columnScore: Words(id: "Nilai", en: "Score")
    case .chainNote:
      Words(
        id:
          "Setiap langkah dijelaskan tersendiri. Nilai dan selisih dapat dijumlahkan dari tahun ke tahun; rincian sebab tidak, sebab setiap langkah dihitung dengan bobot dan unit tahunnya.",
        en:
          "Each step is explained on its own. Scores and changes add up from year to year; the causes do not, since each step is measured with the weights and units of its years."
      )
    case .columnChange: Words(id: "Selisih", en: "Change")
    case .columnScope: Words(id: "Objek", en: "Scope")
    case .columnZone: Words(id: "Zona", en: "Zone")
    case .weightless: Words(id: "tidak berbobot, tidak ikut dihitung", en: "no weight, does not count")
    case .explainedOne: Words(id: "1 instansi dijelaskan", en: "1 institution explained")
    case .explained: Words(id: "{count} instansi dijelaskan", en: "{count} institutions explained")
    case .notExplained: Words(id: "tidak dijelaskan: {list}", en: "not explained: {list}")
    case .meanChange: Words(id: "Rata-rata selisih", en: "Mean change")
    case .onlyInNew: Words(id: "hanya punya nilai pada tahun baru", en: "scored in the new year only")
    case .onlyInOld: Words(id: "hanya punya nilai pada tahun lama", en: "scored in the old year only")
    case .noScoreInEither: Words(id: "tidak punya nilai", en: "no score in either year")
    case .nothingInCommon: Words(id: "tidak ada unit yang sama", en: "no unit in common")
    case .noIntermediate: Words(id: "nilai antara tidak dapat dihitung", en: "an intermediate score cannot be computed")
    case .causeUnchanged: Words(id: "tetap", en: "unchanged")
    case .causeScore: Words(id: "karena nilai", en: "by the score")
    case .causeLines: Words(id: "karena garis", en: "by the lines")
    case .causeEither: Words(id: "karena nilai atau garis, masing-masing cukup", en: "by the score or the lines, each enough")
    case .causeBoth: Words(id: "karena nilai dan garis bersama-sama", en: "by the score and the lines together")
    case .causeOffset: Words(id: "tetap hanya karena yang satu mengimbangi", en: "kept only because one made up for the other")
    case .zoneEither:
      Words(
        id: "Zona {from} menjadi {to}; nilai saja atau garis saja sudah cukup untuk itu.",
        en: "The zone went from {from} to {to}; the score alone or the lines alone would have done it.")
    case .zoneBoth:
      Words(
        id: "Zona {from} menjadi {to} karena nilai dan garis bersama-sama: nilai saja memberi {score}, garis saja {lines}.",
        en:
          "The zone went from {from} to {to} through the score and the lines together: the score alone gives {score}, the lines alone {lines}."
      )
    case .zoneOffset:
      Words(
        id: "Zona tetap {to} hanya karena garis bergeser: dengan garis {old}, nilai {new} masuk zona {score}.",
        en: "The zone stays {to} only because the lines moved: under the {old} lines the {new} score falls in zone {score}.")
    case .zoneOffsetScore:
      Words(
        id: "Zona tetap {to} hanya karena nilainya naik: nilai {old} menurut garis {new} masuk zona {lines}.",
        en: "The zone stays {to} only because the score rose: the {old} score falls in zone {lines} under the {new} lines.")
    case .zoneOffsetFall:
      Words(
        id: "Zona tetap {to} karena nilainya turun: nilai {old} menurut garis {new} masuk zona {lines}.",
        en: "The zone stays {to} because the score fell: under the {new} lines the {old} score is in zone {lines}.")
    case .zoneOffsetBoth:
      Words(
        id: "Zona tetap {to} hanya karena nilai dan garis saling mengimbangi: nilai saja memberi {score}, garis saja {lines}.",
        en:
          "The zone stays {to} only because score and lines made up for each other: the score alone gives {score}, the lines alone {lines}."
      )
    case .zoneMargin:
      Words(
        id: "Jarak ke garis {colour}: {before} menjadi {after} (nilai {score}, {lines}).",
        en: "Distance to the {colour} line: {before} became {after} (score {score}, {lines}).")
    case .zoneButFor:
      Words(id: "Tanpa ini zona {from} akan bertahan: {lines}.", en: "Without this the zone {from} would have been kept: {lines}.")
    case .zoneNone: Words(id: "di bawah garis terendah", en: "below the lowest line")
    case .lineStayed: Words(id: "garis tetap", en: "the line stayed")
    case .lineMoved: Words(id: "garis dari {from} ke {to}", en: "the line went from {from} to {to}")
    case .tellRose:
      Words(
        id: "Nilai {name} naik {points} poin, dari {from} pada {old} menjadi {to} pada {new}.",
        en: "The score of {name} rose by {points} points, from {from} in {old} to {to} in {new}.")
    case .tellFell:
      Words(
        id: "Nilai {name} turun {points} poin, dari {from} pada {old} menjadi {to} pada {new}.",
        en: "The score of {name} fell by {points} points, from {from} in {old} to {to} in {new}.")
    case .tellSame: Words(id: "Nilai {name} tetap {to} pada {old} dan {new}.", en: "The score of {name} is {to} in both {old} and {new}.")
    case .tellCorrections:
      Words(
        id: "Koreksi atas data {old} yang sudah terbit menyumbang {points} poin.",
        en: "Corrections of the published {old} data account for {points} points.")
    case .tellPerformance:
      Words(
        id: "Perubahan pada hal yang diukur pada kedua tahun, di unit yang sama, menyumbang {points} poin.",
        en: "Changes in what was measured in both years, in the same units, account for {points} points.")
    case .tellPerformanceNone:
      Words(
        id: "Hal yang diukur pada kedua tahun di unit yang sama tidak mengubah nilai.",
        en: "What was measured in both years in the same units did not move the score.")
    case .tellCoverage:
      Words(
        id: "Hal yang hanya diamati pada salah satu tahun menyumbang {points} poin.",
        en: "What was observed in only one of the years accounts for {points} points.")
    case .tellScope:
      Words(
        id: "Perubahan objek survei menyumbang {points} poin: {entities}.",
        en: "The change of the survey's scope accounts for {points} points: {entities}.")
    case .tellCounterfactual:
      Words(
        id: "Seandainya aturan {old} tetap dipakai, nilai {new} adalah {world}.",
        en: "Had the {old} rules still applied, the {new} score would have been {world}.")
    case .tellCounterfactualAssumed:
      Words(
        id:
          "Seandainya aturan {old} tetap dipakai, nilai {new} kira-kira {world}; sebagian nilai yang dibutuhkan aturan {old} tidak diamati pada {new} dan diasumsikan.",
        en:
          "Had the {old} rules still applied, the {new} score would have been about {world}; some values that the {old} rules need were not observed in {new} and are assumed."
      )
    case .tellMethod: Words(id: "Perubahan aturan menyumbang {points} poin.", en: "The change of the rules accounts for {points} points.")
    case .tellMethodTop:
      Words(
        id: "Perubahan aturan menyumbang {points} poin, yang terbesar: {line} ({amount}).",
        en: "The change of the rules accounts for {points} points, the largest: {line} ({amount}).")
    case .tellNew:
      Words(
        id:
          "{points} dari {change} poin berasal dari hal yang baru diukur pada {new} (bertanda \"baru diukur\"): tanpa nilai {old}, poin itu bukan bukti kinerja {way}.",
        en:
          "{points} of the {change} points come from what was measured for the first time in {new} (marked \"newly measured\"): without a {old} value they are no evidence of {way} performance."
      )
    case .tellNewBeside:
      Words(
        id:
          "Hal yang baru diukur pada {new} (bertanda \"baru diukur\") menyumbang {points} poin: tanpa nilai {old}, poin itu bukan bukti kinerja {way}.",
        en:
          "What was measured for the first time in {new} (marked \"newly measured\") accounts for {points} points: without a {old} value they are no evidence of {way} performance."
      )
    case .worse: Words(id: "memburuk", en: "worse")
    case .better: Words(id: "membaik", en: "better")
    case .tellNewEither:
      Words(
        id: "Hal yang baru diukur tidak punya nilai {old}, jadi bagian itu bukan bukti kinerja memburuk atau membaik.",
        en: "What is newly measured has no {old} value, so that part is no evidence of worse or better performance.")
    case .tellAverage:
      Words(
        id: "Angka-angka ini rata-rata atas semua urutan langkah, bukan pernyataan tentang satu keadaan tertentu.",
        en: "These amounts are averages over all orders of the steps, not statements about any one situation.")
    case .flagYes: Words(id: "ya", en: "yes")
    case .flagNo: Words(id: "tidak", en: "no")
    case .flagUnknown: Words(id: "tidak diketahui", en: "not known")
    case .weight: Words(id: "bobot", en: "weight")
    case .share: Words(id: "porsi", en: "share")
    case .unitsTitle: Words(id: "Menurut {rung}", en: "By {rung}")
    case .partsTitle: Words(id: "Bagian", en: "Parts")
    case .missingTitle: Words(id: "Pengamatan kosong: {count}", en: "Missing observations: {count}")
    case .missingMore:
      Words(id: "... dan {count} lagi (semua ada di --format json)", en: "... and {count} more (all of them with --format json)")
    case .policyError: Words(id: "tidak boleh kosong", en: "may not be missing")
    case .policyZero: Words(id: "dihitung nol", en: "counted as zero")
    case .policySkip: Words(id: "tidak dihitung", en: "left out")
    case .policyValue: Words(id: "dihitung {score}", en: "counted as {score}")
    case .policyCarry: Words(id: "diteruskan dari edisi {edition}", en: "carried over from edition {edition}")
    case .provenanceOfChanges: Words(id: "Asal perubahan aturan: {provenance}", en: "Provenance of the changes of rules: {provenance}")
    case .provenance: Words(id: "Asal angka aturan: {provenance}", en: "Provenance of the rules' figures: {provenance}")
    case .noResult: Words(id: "tidak ada nilai", en: "no score")
    case .counted: Words(id: "{count} instansi", en: "{count} institutions")
    case .published: Words(id: "diterbitkan", en: "published")
    case .reconstructed: Words(id: "direkonstruksi", en: "reconstructed")
    case .assumed: Words(id: "diasumsikan", en: "assumed")
    case .allPublished: Words(id: "semua diterbitkan", en: "all published")
    case .partlyReconstructed: Words(id: "sebagian direkonstruksi", en: "partly reconstructed")
    case .partlyAssumed: Words(id: "sebagian diasumsikan", en: "partly assumed")
    case .differenceTitle: Words(id: "Perubahan aturan {old} -> {new}", en: "Changes of the rules {old} -> {new}")
    case .differenceElement: Words(id: "Unsur", en: "Element")
    case .differenceChange: Words(id: "Perubahan", en: "Change")
    case .differenceReason: Words(id: "Alasan", en: "Reason")
    case .differenceUnclaimed: Words(id: "Tanpa perubahan bernama", en: "Without a named change")
    case .differenceNothing:
      Words(id: "tidak mengubah apa pun di antara kedua edisi", en: "makes no difference between the two editions")
    case .differenceNone: Words(id: "tidak ada perbedaan", en: "no differences")
    case .partAdded: Words(id: "baru", en: "new")
    case .partRemoved: Words(id: "dihapus", en: "removed")
    case .partMoved: Words(id: "dipindahkan", en: "moved")
    case .partRenamed: Words(id: "berganti nama", en: "renamed")
    case .partNarrowed: Words(id: "lebih ketat", en: "stricter")
    case .partWidened: Words(id: "lebih longgar", en: "wider")
    case .partSplit: Words(id: "dipecah", en: "split")
    case .partMerged: Words(id: "digabung", en: "merged")
    case .ladder: Words(id: "jenjang", en: "ladder")
    case .zoneLine: Words(id: "garis zona", en: "zone line")
    case .labelled: Words(id: "sebutan", en: "label")
    case .recorded: Words(id: "bidang", en: "field")
    case .flagged: Words(id: "hasil lain", en: "flag")
    case .origin: Words(id: "asal angka", en: "provenance")
    case .cited: Words(id: "kutipan sumber", en: "citation")
    case .source: Words(id: "sumber", en: "source")
    case .rounded: Words(id: "pembulatan", en: "rounding")
    case .notRounded: Words(id: "tidak dibulatkan", en: "not rounded")
    case .noGoalposts: Words(id: "tanpa titik acuan", en: "no goalposts")
    case .betweenGoalposts:
      Words(
        id: "gabungan {combined}, antara titik acuan {worst} dan {best}",
        en: "together {combined}, between the goalposts {worst} and {best}")
    case .fullScore: Words(id: "dihitung penuh", en: "counted in full")
    case .exactTotal: Words(id: "menurut nilai tepat", en: "by the exact total")
    case .roundedTotal: Words(id: "menurut nilai terbit", en: "by the reported total")
    case .zoneTitle: Words(id: "Nilai terbit menurut garis zona", en: "Published scores under the zone lines")
    case .agree:
      Words(
        id: "{count} dari {total} zona terbit sesuai dengan garis edisinya",
        en: "{count} of {total} published zones agree with the lines of their edition")
    case .onlyLines:
      Words(
        id: "{count} nilai terbit berwarna {to} menurut garis {new}, tetapi {from} menurut garis {old}",
        en: "{count} published scores are {to} under the {new} lines, but {from} under the {old} lines")
    case .noZoneRow:
      Words(
        id: "{count} baris tanpa nilai atau tanpa warna tidak dapat dibandingkan",
        en: "{count} rows without a score or without a colour cannot be compared")
    case .testPassed: Words(id: "lulus", en: "ok")
    case .testFailed: Words(id: "GAGAL", en: "FAIL")
    case .testCount: Words(id: "{passed} dari {count} uji lulus", en: "{passed} of {count} tests passed")
    case .testFigure: Words(id: "{what}: diharapkan {expected}, ternyata {found}", en: "{what}: expected {expected}, found {found}")
    case .testPublished: Words(id: "nilai terbit: {count}", en: "published totals: {count}")
    case .testNothing: Words(id: "tidak ada nilai", en: "no value")
    case .testNone: Words(id: "tidak satu pun", en: "none")
    case .testScore: Words(id: "ada nilai", en: "a score")
    case .testRefused: Words(id: "ditolak ({code}): {message}", en: "refused ({code}): {message}")
    case .covered: Words(id: "cakupan {percent} %: {counts}", en: "coverage {percent} %: {counts}")
    case .coverageOf: Words(id: "{what} {reached}/{total}", en: "{what} {reached}/{total}")
    case .untested: Words(id: "belum diuji: {what}", en: "untested: {what}")
    case .coveredParts: Words(id: "bagian", en: "parts")
    case .coveredConditions: Words(id: "syarat", en: "conditions")
    case .coveredAnswers: Words(id: "jawaban", en: "answers")
    case .coveredLevels: Words(id: "tingkat", en: "levels")
    case .coveredBands: Words(id: "pita", en: "bands")
    case .coveredZones: Words(id: "zona", en: "zones")
    case .untestedPart: Words(id: "bagian `{part}`", en: "part `{part}`")
    case .untestedCondition: Words(id: "`{part}` tidak berlaku", en: "`{part}` does not apply")
    case .untestedYes: Words(id: "ya untuk `{field}` dalam `{part}`", en: "yes to `{field}` in `{part}`")
    case .untestedNo: Words(id: "tidak untuk `{field}` dalam `{part}`", en: "no to `{field}` in `{part}`")
    case .untestedLevel: Words(id: "tingkat {level} dari `{part}`", en: "level {level} of `{part}`")
    case .untestedBand: Words(id: "pita mulai {from} dari `{part}`", en: "band from {from} of `{part}`")
    case .untestedZone: Words(id: "zona `{zone}`", en: "zone `{zone}`")
    case .mutation:
      Words(
        id: "mutasi: {moves} geseran pada {numbers} angka, {survivors} lolos tanpa ketahuan",
        en: "mutation: {moves} moves of {numbers} numbers, {survivors} unnoticed")
    case .mutationNoticed: Words(id: "tidak ketahuan: {what} {value} -> {to}", en: "unnoticed: {what} {value} -> {to}")
    case .mutationSkipped: Words(id: "mutasi: dilewati karena ada uji yang gagal", en: "mutation: skipped, since a test fails")
    case .movedWeight: Words(id: "bobot `{part}`", en: "weight of `{part}`")
    case .movedEdge: Words(id: "batas pita ke-{row} dari `{part}`", en: "edge of band {row} of `{part}`")
    case .movedBandScore: Words(id: "nilai pita ke-{row} dari `{part}`", en: "points of band {row} of `{part}`")
    case .movedLevelScore: Words(id: "nilai tingkat {level} dari `{part}`", en: "points of level {level} of `{part}`")
    case .movedLine: Words(id: "garis zona `{zone}`", en: "line of zone `{zone}`")
    case .targetMissing:
      Words(id: "{zone} mulai {line}: kurang {points} poin", en: "{zone} begins at {line}: {points} points are missing")
    case .targetReached:
      Words(
        id: "{zone} mulai {line}: sudah tercapai, nilai boleh turun {points} poin",
        en: "{zone} begins at {line}: it is reached, with {points} points to spare")
    case .targetBest: Words(id: "Bila semuanya sebaik mungkin: {total}", en: "With everything at its best: {total}")
    case .targetImpossible:
      Words(id: "Zona itu tidak tercapai walaupun semuanya sebaik mungkin.", en: "Even that does not reach the zone.")
    case .targetSingle: Words(id: "Satu indikator saja", en: "One indicator alone")
    case .targetNoSingle: Words(id: "tidak ada yang cukup", en: "none is enough")
    case .targetFewest: Words(id: "Indikator sesedikit mungkin", en: "The fewest indicators")
    case .targetFew:
      Words(
        id: "Beberapa indikator, yang paling menambah dahulu (mungkin ada yang lebih sedikit)",
        en: "A few indicators, the largest gain first (fewer may do it)")
    case .targetPoints:
      Words(id: "Poin indikator sesedikit mungkin: porsi terbesar dahulu", en: "The fewest points of indicators: the largest share first")
    case .targetTogether: Words(id: "bersama-sama", en: "together")
    case .targetUnits: Words(id: "Satu {rung} saja", en: "One {rung} alone")
    case .targetUnitBest: Words(id: "semuanya sebaik mungkin: {total}", en: "everything at its best: {total}")
    case .targetNotEnough: Words(id: "belum cukup", en: "not enough")
    case .floorYes: Words(id: "ya", en: "yes")
    case .floorNo: Words(id: "tidak", en: "no")
    case .floorAtLeast: Words(id: "paling sedikit {value}", en: "at least {value}")
    case .floorAtMost: Words(id: "paling banyak {value}", en: "at most {value}")
    case .floorWorth: Words(id: "nilai yang berarti paling sedikit {points} poin", en: "a value worth at least {points} points")
    case .floorItems: Words(id: "paling sedikit {count} dari {total} butir", en: "at least {count} of {total} items")
    case .floorEverywhere:
      Words(id: "{floor} di setiap {rung}; {changed} dari {all} berubah", en: "{floor} in every {rung}; {changed} of {all} change")
    case .floorOnly: Words(id: "{floor}, sekarang {from}", en: "{floor}, now {from}")
    case .floorNothing: Words(id: "kosong", en: "missing")
    case .targetAlone: Words(id: "Tidak ikut dihitung", en: "Not considered")
    case .targetFormula:
      Words(
        id: "{label}: berupa rumus; bidang mana yang harus berubah tidak diketahui",
        en: "{label}: a formula; which of its fields should move is not known")
    case .targetReversed:
      Words(
        id: "{label}: titik acuan kelompoknya terbalik; yang lebih baik di sini menurunkan nilainya",
        en: "{label}: the goalposts of its group are reversed; better here gives it less")
    case .targetLeftMissing:
      Words(
        id: "{label}: kosong pada {entities}, dan aturan tidak menghitungnya nol",
        en: "{label}: missing in {entities}, which the rules do not count as zero")
    case .targetCaveat:
      Words(
        id:
          "Batas ini berlaku menurut aturan edisi ini bila hal lain tetap. Aturan, bobot, dan objek survei tahun depan dapat berbeda, jadi batas ini "
          + "bukan janji zona.",
        en:
          "These floors hold under the rules of this edition with everything else as it is. Next year's rules, weights and sample may differ, so a "
          + "floor is no promise of a zone.")
    case .breakEvenTitle:
      Words(id: "Bobot yang mengubah hal itu, satu demi satu", en: "Weights that would change this, one at a time")
    case .breakEvenRow: Words(id: "{from} -> {to} ({share} %)", en: "{from} -> {to} ({share} %)")
    case .breakEvenNone: Words(id: "tidak ada bobot yang mengubahnya: {parts}", en: "no weight does it: {parts}")
    case .breakEvenNote:
      Words(
        id: "(..) porsi dalam kelompoknya; bobot lain tetap seperti tertulis, jadi perbandingannya tetap",
        en: "(..) its share of its group; the other weights stay as written, so they keep their proportions")
    case .moreFindings:
      Words(
        id: "{count} temuan lagi tidak ditampilkan; `timbang check` menunjukkannya",
        en: "{count} more findings are not shown here; `timbang check` shows them")
    case .pageCode: Words(id: "Kode", en: "Code")
    case .pageAlso: Words(id: "dapat juga {severity}", en: "can be a {severity} too")
    case .pageSeverity: Words(id: "Jenis temuan", en: "Severity")
    case .pageTitle: Words(id: "Tentang", en: "About")
    case .pageReason: Words(id: "Alasannya", en: "Why")
    case .pageWrong: Words(id: "Salah", en: "Wrong")
    case .pageRight: Words(id: "Benar", en: "Right")
    case .pageRemedy: Words(id: "Cara memperbaiki", en: "How to mend")
    case .pageAbstract:
      Words(
        id: "Apa yang dikatakan setiap kode, alasannya, contoh terkecil, dan cara memperbaiki.",
        en: "What each code says, why, the smallest example, and how to mend.")
    case .pageOverview: Words(id: "Ikhtisar", en: "Overview")
    case .pageRead:
      Words(
        id:
          "`timbang code T0204` mencetak satu halaman, `timbang code` semua kode. Dalam contoh yang salah, kata yang ditunjuk ditandai `^` di baris bawahnya.",
        en:
          "`timbang code T0204` prints one of these pages, `timbang code` lists all codes. In a wrong example, `^` stands below the words that are shown."
      )
    case .pageSurroundings:
      Words(id: "Contoh-contohnya potongan kecil. Di sekelilingnya:", en: "The examples are small pieces. What stands around them:")
    case .impactTitle:
      Words(
        id: "Aturan {old} -> {new} atas data yang sama; instansi: {count}",
        en: "Rules {old} -> {new} over the same data; institutions: {count}")
    case .whatIfTitle:
      Words(
        id: "Andaikan aturan {edition} atau datanya lain; instansi: {count}",
        en: "What if the rules {edition} or the data were otherwise; institutions: {count}")
    case .impactBefore: Words(id: "sebelum", en: "before")
    case .impactAfter: Words(id: "sesudah", en: "after")
    case .impactMoved: Words(id: "Berganti zona: {count} ({up} naik, {down} turun)", en: "Change of zone: {count} ({up} up, {down} down)")
    case .impactShift:
      Words(
        id: "Selisih nilai: rata-rata {mean}, median {median}, dari {low} sampai {high}",
        en: "Change of score: mean {mean}, median {median}, from {low} to {high}")
    case .impactClimb: Words(id: "Pindah peringkat paling banyak {places}", en: "Places gained or lost in the ranking: at most {places}")
    case .impactUnscored: Words(id: "Tanpa nilai sebelum atau sesudah: {count}", en: "Without a score before or after: {count}")
    case .impactKind: Words(id: "Jenis", en: "Kind")
    case .impactProvince: Words(id: "Provinsi", en: "Province")
    case .impactUp: Words(id: "naik", en: "up")
    case .impactDown: Words(id: "turun", en: "down")
    case .impactMean: Words(id: "rata-rata", en: "mean")
    case .impactNotGiven: Words(id: "(tidak disebut)", en: "(not given)")
    case .impactMovers: Words(id: "Berganti zona", en: "Change of zone")
    case .impactFalls: Words(id: "Turun paling jauh", en: "The largest falls")
    case .impactRises: Words(id: "Naik paling jauh", en: "The largest rises")
    case .impactNear: Words(id: "Paling jauh {distance} dari garis zona: {count}", en: "Within {distance} of a zone line: {count}")
    case .impactLine: Words(id: "{distance} dari {zone} ({line})", en: "{distance} from {zone} ({line})")
    case .impactMore: Words(id: "... dan {count} lagi", en: "... and {count} more")
    case .impactRank: Words(id: "no. {from} -> {to}", en: "rank {from} -> {to}")
    case .impactChanges: Words(id: "Perubahan bernama, satu demi satu", en: "The named changes, one by one")
    case .impactInTurn: Words(id: "berurutan", en: "in turn")
    case .impactAlone: Words(id: "sendiri", en: "alone")
    case .impactZones: Words(id: "zona", en: "zones")
    case .impactTogether: Words(id: "sendiri berarti bersama {changes}", en: "alone means together with {changes}")
    case .impactRefused: Words(id: "tidak dapat dihitung {how}: {reason}", en: "cannot be computed {how}: {reason}")
    case .impactLost: Words(id: "{count} tanpa nilai {how}", en: "{count} without a score {how}")
    case .impactNoChanges:
      Words(
        id: "Perubahan bernama tidak dapat dicoba satu per satu: {new} tidak ditulis sebagai perubahan terhadap {old}.",
        en: "The named changes cannot be tried one by one: {new} is not written as changes of {old}.")
    case .impactUnmeasured: Words(id: "Tidak diukur dalam data ini", en: "Not measured in these data")
    case .whatIfSet: Words(id: "Yang diandaikan", en: "What is set")
    case .sensitivityTitle:
      Words(
        id: "Bobot {parts} bagian ditarik {draws} kali, paling jauh {spread} % dari aturan {edition}; instansi: {count}",
        en: "Weights of {parts} parts drawn {draws} times, up to {spread} % from the rules {edition}; institutions: {count}")
    case .sensitivityStable:
      Words(
        id: "Berzona tetap (satu zona pada paling sedikit 95 % tarikan): {stable} dari {count}",
        en: "Stable (one zone in at least 95 % of the draws): {stable} of {count}")
    case .sensitivityLeast: Words(id: "Zona yang paling tidak pasti", en: "The least certain zones")
    case .sensitivityPublished: Words(id: "nilai", en: "score")
    case .sensitivityKept: Words(id: "zona sama", en: "kept")
    case .sensitivityRanks: Words(id: "peringkat", en: "ranks")
    case .sensitivityTornado: Words(id: "Satu bobot saja, di kedua ujungnya", en: "One weight alone, at both ends")
    case .sensitivityWeight: Words(id: "bobot", en: "weight")
    case .sensitivityLeftOut: Words(id: "Tanpa satu bagian", en: "Without one part")
    case .sensitivityNothing:
      Words(
        id: "Tidak ada bobot yang dapat ditarik: tidak ada bagian yang bersaudara.", en: "There is no weight to draw: no part has siblings."
      )
    case .sensitivityPercentiles:
      Words(
        id: "5-95 %: persentil menurut peringkat terdekat; sembilan dari sepuluh tarikan ada di dalamnya.",
        en: "5-95 %: percentiles by nearest rank; nine draws of ten lie within.")
    }
  }

  /// Returns the text in `language` with its placeholders filled in.
  public func callAsFunction(_ language: Language, _ values: KeyValuePairs<String, String> = [:]) -> String {
    words[language].filled(values)
  }
}
