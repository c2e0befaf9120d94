import Foundation
import Testing
import Timbang

@Suite("The command import")
struct ImportCommandTests {
  private static let rules = CorpusCase.folder.appending(path: "rules.yaml").path
  private static let entities = CorpusCase.folder.appending(path: "entities.csv").path

  private static let wide = """
    Instansi;Unit layanan;Produk layanan;Penduduk (ribu);Nilai uji petugas;Jumlah petugas;Catatan;Maklumat;Waktu tunggu
    Kabupaten Contoh;dinkes;rujuk;980,5;64;3;café;ya;12,125
    Kota  Contoh ;DINAS SOSIAL;akta;1250;87,5;12;baik, rapi;ya;36,25
    Kota Contoh;disdik;izin;;77,99;8;;tidak;40

    """

  private func canonical() throws -> String { try String(contentsOf: CorpusCase.folder.appending(path: "canonical.csv"), encoding: .utf8) }

  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private func names(_ folder: URL) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("a wide Windows-1252 file with names becomes the canonical file, and what was assumed is said and kept")
  func wide() throws {
    try withFolder { folder in
      try #require(Self.wide.data(using: .windowsCP1252)).write(to: folder.appending(path: "kirim.csv"))
      let run = try timbang(
        ["import", "kirim.csv", "--rules", Self.rules, "--entities", Self.entities, "--out", "data.csv", "--lang", "en"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.output == """
          kirim.csv: read as CSV with: Windows-1252, semicolons between cells, decimal commas, a column for each field (6), `penduduk`, `uji`, \
          `petugas`, `catatan` recorded on a higher rung and counted once: 3 rows, 6 columns (wide), 4 spellings matched with the directory
          written: 16 rows
            data.csv
            kirim.csv.timbang.yaml

          """)
      #expect(run.errors.contains("`kota-contoh` is written in 2 ways: `Kota  Contoh `, `Kota Contoh`"))
      #expect(try text(folder, "data.csv") == canonical())
      let profile = try text(folder, "kirim.csv.timbang.yaml").split(separator: "\n").filter {
        !$0.hasPrefix("#") && !$0.hasPrefix("digest")
      }
      #expect(
        profile == [
          "timbang_import: 1", "encoding: windows-1252", "separator: \";\"", "decimal: \",\"", "layout: wide", "spellings:",
          "  - {text: \"Kabupaten Contoh\", means: \"kab-contoh\"}", "  - {text: \"Kota  Contoh \", means: \"kota-contoh\"}",
          "  - {text: \"Kota Contoh\", means: \"kota-contoh\"}", "  - {text: \"DINAS SOSIAL\", means: \"kota-contoh/dinsos\"}",
        ])
      // Without the directory only the profile knows who is meant.
      let scores = try ["kirim.csv", "data.csv"].map { try timbang(["score", "--rules", Self.rules, "--data", $0], in: folder) }
      #expect(scores[0].status == 0, "\(scores[0].errors)")
      #expect(scores[0].output == scores[1].output)
    }
  }

  @Test("the marks of numbers are one statement: an option replaces both marks of a profile")
  func marksOfProfile() throws {
    try withFolder { folder in
      try fill(
        folder, with: ["s.csv": "institution;unit;product;field;value\nkota-contoh;;;penduduk;1.250\nkota-contoh;dinsos;;catatan;x\n"])
      let command = ["import", "s.csv", "--rules", Self.rules, "--entities", Self.entities, "--out"]
      #expect(try timbang(command + ["1.csv", "--decimal", "."], in: folder).status == 0)
      #expect(try text(folder, "1.csv").contains("penduduk,1.25\n"))
      #expect(try timbang(command + ["2.csv", "--group", "."], in: folder).status == 0)
      #expect(try text(folder, "2.csv").contains("penduduk,1250\n"))
      #expect(try timbang(command + ["3.csv", "--decimal", "."], in: folder).status == 0)
      #expect(try text(folder, "3.csv").contains("penduduk,1.25\n"))
    }
  }

  @Test("what import writes is read without a doubt, however few its rows are")
  func ownOutput() throws {
    try withFolder { folder in
      try fill(folder, with: ["s.csv": "institution;unit;product;field;value\nkota-contoh;dinsos;akta;waktu;12,125\n"])
      let run = try timbang(["import", "s.csv", "--rules", Self.rules, "--entities", Self.entities, "--out", "k.csv"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try text(folder, "k.csv").contains("waktu,12.1250\n"))
      let score = try timbang(["score", "--rules", Self.rules, "--data", "k.csv", "--entities", Self.entities], in: folder)
      #expect(score.status == 0, "\(score.errors)")
    }
  }

  @Test("of two rows that contradict each other both are listed as left out")
  func contradiction() throws {
    try withFolder { folder in
      let rows = ["kab-contoh;;;penduduk;980,5", "kab-contoh;dinkes;;petugas;3", "kab-contoh;dinkes;;petugas;4"]
      try fill(folder, with: ["s.csv": (["institution;unit;product;field;value"] + rows).joined(separator: "\n") + "\n"])
      let run = try timbang(
        ["import", "s.csv", "--rules", Self.rules, "--entities", Self.entities, "--out", "k.csv", "--keep-good", "--lang", "en"], in: folder
      )
      #expect(run.status == 1, "\(run.errors)")
      let refused = try text(folder, "k.csv.refused.csv")
      #expect(refused.contains("s.csv,4,") && refused.contains("s.csv,3,"))
      #expect(refused.contains("this row contradicts s.csv:4, so it is not used either"))
    }
  }

  @Test("a title above the columns is found, and otherwise the columns are named as the file separates them")
  func headerBelow() throws {
    try withFolder { folder in
      let header = "institution;unit;product;field;value\n"
      try fill(
        folder, with: ["title.csv": "Hasil survei;;;;\n\n\(header)kota-contoh;;;penduduk;1250\n", "none.csv": "Nilai;Indikator\n1;2\n"])
      let title = try timbang(["score", "--rules", Self.rules, "--data", "title.csv", "--lang", "en"], in: folder)
      #expect(title.errors.contains("line 3 names the columns: delete the lines above it"))
      let none = try timbang(["score", "--rules", Self.rules, "--data", "none.csv", "--lang", "en"], in: folder)
      #expect(none.errors.contains("such as `institution;unit;product;field;value`"), "\(none.errors)")
    }
  }

  @Test("a file that changed since it was imported is refused until it is imported again")
  func changed() throws {
    try withFolder { folder in
      try Self.wide.write(to: folder.appending(path: "kirim.csv"), atomically: false, encoding: .utf8)
      let command = ["import", "kirim.csv", "--rules", Self.rules, "--entities", Self.entities, "--out", "data.csv"]
      #expect(try timbang(command, in: folder).status == 0)
      try Self.wide.replacing("77,99", with: "78,99").write(to: folder.appending(path: "kirim.csv"), atomically: false, encoding: .utf8)
      let refused = try timbang(["score", "--rules", Self.rules, "--data", "kirim.csv", "--entities", Self.entities], in: folder)
      #expect(refused.status == 65)
      #expect(refused.errors.contains("T0611") && refused.errors.contains("has changed since it was imported"))
      #expect(try timbang(command, in: folder).status == 0)
      #expect(try text(folder, "data.csv").contains("uji,78.99"))
      #expect(try timbang(["score", "--rules", Self.rules, "--data", "kirim.csv"], in: folder).status == 0)
      try "timbang_import: 1\ndigest: x\n".write(to: folder.appending(path: "kirim.csv.timbang.yaml"), atomically: false, encoding: .utf8)
      #expect(try timbang(["score", "--rules", Self.rules, "--data", "kirim.csv"], in: folder).errors.contains("is no SHA-256 digest"))
    }
  }

  @Test("nothing is written if anything is refused; with --keep-good the clean rows are, the others are listed, and the end is 1")
  func keepingGood() throws {
    try withFolder { folder in
      let rows = try canonical().replacing("uji,64", with: "uji,64%").replacing("petugas,8", with: "petugas,delapan")
        .replacing("kota-contoh,,,penduduk,1250\n", with: "kota-contoh,,,penduduk,1250\nkota-contoh,,,penduduk,1251\n")
      try rows.write(to: folder.appending(path: "kirim.csv"), atomically: false, encoding: .utf8)
      let command = ["import", "kirim.csv", "--rules", Self.rules, "--out", "data.csv", "--lang", "en"]
      let refused = try timbang(command, in: folder)
      #expect(refused.status == 65)
      #expect(refused.output.isEmpty)
      #expect(try names(folder) == ["kirim.csv"])
      let kept = try timbang(command + ["--keep-good"], in: folder)
      #expect(kept.status == 1)
      #expect(try names(folder) == ["data.csv", "data.csv.refused.csv", "kirim.csv", "kirim.csv.timbang.yaml"])
      #expect(kept.output.contains("written: 13 rows"))
      #expect(
        try text(folder, "data.csv")
          == canonical().split(separator: "\n").filter {
            !$0.hasSuffix("uji,64") && !$0.hasSuffix("petugas,8") && !$0.hasSuffix("penduduk,1250")
          }.map { $0 + "\n" }.joined())
      #expect(
        try text(folder, "data.csv.refused.csv") == """
          file,line,column,code,message\r
          kirim.csv,3,24,T0312,`64%` is not a number for `uji`\r
          kirim.csv,8,24,T0315,"this row contradicts kirim.csv:9, so it is not used either"\r
          kirim.csv,9,24,T0315,`penduduk` of `kota-contoh` is there already\r
          kirim.csv,16,29,T0312,`delapan` is not a number for `petugas`\r

          """)
    }
  }

  @Test("a fault in very many rows is listed for each of them")
  func manyFaults() throws {
    try withFolder { folder in
      let rows = (1...200).map { "kota-contoh,u\($0),,ujian,1\nkota-contoh,u\($0),,uji,1\n" }.joined()
      try ("institution,unit,product,field,value\n" + rows).write(
        to: folder.appending(path: "kirim.csv"), atomically: false, encoding: .utf8)
      let run = try timbang(["import", "kirim.csv", "--rules", Self.rules, "--out", "data.csv", "--keep-good"], in: folder)
      #expect(run.status == 1)
      #expect(try text(folder, "data.csv").split(separator: "\n").count == 201)
      #expect(try text(folder, "data.csv.refused.csv").split(separator: "\r\n").count == 201)
    }
  }

  @Test("marks of numbers can be named, here and for scoring")
  func options() throws {
    try withFolder { folder in
      try "institution,unit,uji\nk,d,\"1.234,5\"\n".write(to: folder.appending(path: "kirim.csv"), atomically: false, encoding: .utf8)
      let said = ["--decimal", ",", "--group", "."]
      let run = try timbang(["import", "kirim.csv", "--rules", Self.rules, "--out", "data.csv"] + said, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try text(folder, "data.csv").hasSuffix("k,d,,uji,1234.5\n"))
      try FileManager.default.removeItem(at: folder.appending(path: "kirim.csv.timbang.yaml"))
      #expect(try timbang(["score", "--rules", Self.rules, "--data", "kirim.csv"], in: folder).status == 65)
      #expect(try timbang(["score", "--rules", Self.rules, "--data", "kirim.csv"] + said, in: folder).status == 0)
      #expect(
        try timbang(["score", "--rules", Self.rules, "--data", "kirim.csv", "--decimal", ".", "--group", "."], in: folder).status == 64)
    }
  }

  @Test("a sheet is imported like text, and its profile names it")
  func sheet() throws {
    let workbooks = packageFolder.appending(path: "Tests/Spreadsheets")
    for name in ["libreoffice.xlsx", "openpyxl.xlsx"] {
      try withFolder { folder in
        try FileManager.default.copyItem(at: workbooks.appending(path: name), to: folder.appending(path: name))
        let rules = packageFolder.appending(path: "rules").path
        let run = try timbang(["import", name, "--rules", "kepatuhan/2022", "--rules-dir", rules, "--out", "data.csv"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try text(folder, "\(name).timbang.yaml").contains("sheet: "))
        let scores = try [packageFolder.appending(path: "rules/kepatuhan/samples/balikpapan-2022.csv").path, "data.csv", name].map {
          try timbang(["score", "--rules", "kepatuhan/2022", "--rules-dir", rules, "--data", $0], in: folder).output
        }
        #expect(scores[0] == scores[1] && scores[1] == scores[2])
      }
    }
  }

  @Test("who was surveyed and has no value is still there after an import")
  func emptyRows() throws {
    try withFolder { folder in
      try "institution,unit,uji\nk,d,\nk,e,5\n".write(to: folder.appending(path: "kirim.csv"), atomically: false, encoding: .utf8)
      #expect(try timbang(["import", "kirim.csv", "--rules", Self.rules, "--out", "data.csv"], in: folder).status == 0)
      #expect(try text(folder, "data.csv") == "institution,unit,product,field,value\nk,d,,uji,\nk,e,,uji,5\n")
    }
  }

  @Test("with - the data go to standard output, and nothing is kept")
  func standardOutput() throws {
    try withFolder { folder in
      try "institution,unit,uji\nk,d,5\nk,e,x\n".write(to: folder.appending(path: "kirim.csv"), atomically: false, encoding: .utf8)
      let run = try timbang(["import", "kirim.csv", "--rules", Self.rules, "--out", "-", "--keep-good"], in: folder)
      #expect(run.status == 1)
      #expect(run.output == "institution,unit,product,field,value\nk,d,,uji,5\n")
      #expect(run.errors.contains("kirim.csv:3:5") && run.errors.contains("a column for each field (1)"))
      #expect(try names(folder) == ["kirim.csv"])
    }
  }

  @Test("a folder that is not there ends with 73, and nothing is written elsewhere either")
  func unwritable() throws {
    try withFolder { folder in
      try "institution,unit,uji\nk,d,5\n".write(to: folder.appending(path: "kirim.csv"), atomically: false, encoding: .utf8)
      let run = try timbang(["import", "kirim.csv", "--rules", Self.rules, "--out", "tiada/data.csv"], in: folder)
      #expect(run.status == 73)
      #expect(try names(folder) == ["kirim.csv"])
    }
  }
}
