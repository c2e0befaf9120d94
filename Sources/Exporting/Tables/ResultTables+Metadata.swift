internal import Comparison
internal import Observations
internal import Reporting
internal import RuleDiagnostics
internal import RuleModel
internal import Scoring

extension ResultTables {
  /// From what and how the tables were made.
  var metadataTable: ResultTable {
    let rows = everything
    return ResultTable(
      "metadata", Words(same: "metadata"),
      [
        ResultColumn("edition", .text, Words(id: "Edisi", en: "Edition")), ResultColumn("key", .text, Words(id: "Kunci", en: "Key")),
        ResultColumn("label", .words, Words(id: "Keterangan", en: "Label")),
        ResultColumn("value", .text, Words(id: "Isi", en: "Value")),
      ]
    ) { _ in rows }
  }

  private var everything: [[ResultCell]] {
    var rows: [[ResultCell]] = []
    func add(_ edition: String?, _ key: String, _ label: Words, _ value: String) {
      rows.append([ResultCell(edition), .text(key), .words(label), .text(value)])
    }
    add(nil, "tool", Words(id: "Dibuat oleh", en: "Made by"), "timbang \(runs[0].stamp.version)")
    add(
      nil, "text_prefix",
      Words(
        id: "Di CSV, teks yang akan dijalankan atau diubah lembar kerja diberi tanda ini di depannya",
        en: "In CSV, text that a spreadsheet would run or change has this mark before it"), "U+0027")
    for run in runs {
      let (edition, name) = (run.edition, run.edition.name)
      add(name, "rules", Words(id: "Aturan", en: "Rules"), "\(edition.family)/\(name)")
      add(name, "title", Words(id: "Judul", en: "Title"), edition.title.id == edition.title.en ? edition.title.id : edition.title.bilingual)
      add(name, "status", Words(id: "Status aturan", en: "Status of the rules"), edition.status.rawValue)
      add(
        name, "provenance", Words(id: "Asal angka aturan yang paling lemah", en: "Weakest provenance of the rules' figures"),
        edition.provenance.rawValue)
      add(name, "scoring_digest", Words(id: "Sidik aturan yang menentukan nilai", en: "Digest of what moves scores"), run.stamp.scoring)
      add(name, "document_digest", Words(id: "Sidik seluruh aturan", en: "Digest of the whole rules"), run.stamp.document)
      add(name, "data_digest", Words(id: "Sidik data", en: "Digest of the data"), run.stamp.data)
      for file in run.scores.observations.files {
        add(name, "data_file", Words(id: "Berkas data", en: "Data file"), "\(file.name) (\(file.rows))")
      }
      for step in edition.zones.steps {
        add(
          name, "zone_from", Words(id: "Batas bawah zona", en: "Lower line of a zone"),
          "\(step.id.value) >= \(step.from.value.decimalText())")
      }
      add(name, "missing", Words(id: "Data hilang", en: "Missing observations"), String(run.scores.missing.count))
    }
    if let changes {
      let explained = changes.explained
      add(nil, "path", Words(id: "Jalur penjelasan", en: "Path of the explanation"), changes.path.rawValue)
      add(nil, "explained", Words(id: "Instansi yang dijelaskan", en: "Institutions explained"), String(explained.count))
      add(
        nil, "not_explained", Words(id: "Instansi yang tidak dijelaskan", en: "Institutions not explained"),
        String(changes.results.count - explained.count))
      let sampled = explained.count { $0.isSampled }
      if sampled > 0 {
        add(nil, "sampled", Words(id: "Penjelasan dari contoh urutan", en: "Explanations from sampled orders"), String(sampled))
      }
    }
    return rows
  }
}

extension Words {
  fileprivate var bilingual: String { "\(id) / \(en)" }
}
