import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Sound observation files")
struct SoundFileTests {
  @Test func `each value stands at its entity, on the rung of its field`() throws {
    let table = try Survey.table(
      Survey.header + "k,d,p1,charter,ya\nk,d,p1,time,12.50\nk,d,,training,0.10\nk,,,budget,-7\nk,d,,manager,kepala\n")
    #expect(Survey.value("charter", "k/d/p1", in: table) == "1")
    #expect(Survey.value("time", "k/d/p1", in: table) == "25/2")
    #expect(Survey.value("training", "k/d", in: table) == "1/10")
    #expect(Survey.value("budget", "k", in: table) == "-7")
    #expect(Survey.value("manager", "k/d", in: table) == "kepala")
    #expect(table.columns["training"]?.rung == 1)
    #expect(table.columns["training"]?.places == [CellPlace(file: 0, line: 4)])
    #expect(table.columns["remark"] == nil)
    #expect(table.files == [ObservationFile(name: "obs0.csv", rows: 5)])
  }

  @Test func `an empty value is missing, but its entity was surveyed`() throws {
    let table = try Survey.table(Survey.header + "k,d,p,charter,\nk,e,p,charter,\"\"\nk,f,p,charter,no\n")
    #expect(table.population.rungs.map { $0.map(\.path) } == [["k"], ["k/d", "k/e", "k/f"], ["k/d/p", "k/e/p", "k/f/p"]])
    #expect(table.columns["charter"]?.values == [nil, nil, .number(.zero)])
    #expect(table.columns["charter"]?.places == [nil, nil, CellPlace(file: 0, line: 4)])
    #expect(table.files[0].rows == 1)
  }

  @Test func `columns may stand in any order, with or without _id, and allowed ones are not read`() throws {
    let table = try Survey.table(
      "note,value,indicator,product_id,source,unit,institution_id,date,assessor\n\"a\nb\",5,time,p,x,d,k,1/1,y\n,6,time,q,x,d,k,,\n")
    #expect(Survey.value("time", "k/d/p", in: table) == "5")
    #expect(table.columns["time"]?.places.map { $0?.line } == [3, 4])
  }

  @Test(arguments: [
    ("1", "1"), ("true", "1"), ("TRUE", "1"), ("Ya", "1"), ("yes", "1"), ("0", "0"), ("False", "0"), ("TIDAK", "0"), ("no", "0"),
  ])
  func `a yes or no is written in any of eight ways`(text: String, value: String) throws {
    let table = try Survey.table(Survey.header + "k,d,p,charter,\(text)\n")
    #expect(Survey.value("charter", "k/d/p", in: table) == value)
  }

  @Test(arguments: [
    "\u{FEFF}I,U,P,F,V\nk,d,p,time,1.5\nk,d,,training,2\n", "I,U,P,F,V\r\nk,d,p,time,1.5\r\nk,d,,training,2\r\n",
    "I,U,P,F,V\nk,d,p,time,1.5\r\nk,d,,training,2",
    "\"I\",\"U\",\"P\",\"F\",\"V\"\n\"k\",\"d\",\"p\",\"time\",\"1.5\"\n\"k\",\"d\",\"\",\"training\",\"2\"\n",
    "I;U;P;F;V\nk;d;p;time;1,5\nk;d;;training;2\n", "I;U;P;F;V\nk;d;p;time;1.5\nk;d;;training;2\n",
    "I\tU\tP\tF\tV\nk\td\tp\ttime\t1.5\nk\td\t\ttraining\t2\n",
    "sep=;\nI;U;P;F;V\nk;d;p;time;1,5\nk;d;;training;2\n", "\u{FEFF}Sep=,\r\nI,U,P,F,V\r\nk,d,p,time,1.5\r\nk,d,,training,2\r\n",
    "\n\nI,U,P,F,V\n\nk,d,p,time,1.5\n,,,,\nk,d,,training,2\n\n",
  ])
  func `every dialect gives the same values`(text: String) throws {
    let names = ["I": "institution", "U": "unit", "P": "product", "F": "field", "V": "value"]
    let header = names.reduce(text) { $0.replacing($1.key, with: $1.value, maxReplacements: 1) }
    let table = try Survey.table(header)
    #expect(Survey.value("time", "k/d/p", in: table) == "3/2")
    #expect(Survey.value("training", "k/d", in: table) == "2")
  }

  @Test func `what is not plain is noted once for each file`() {
    let text = "\u{FEFF}sep=;\r\ninstitution;unit;product;field;value\r\nk;d;p;time;1,5\n"
    let notes = Survey.findings(Array(text.utf8))
    #expect(notes.map(\.severity) == [.note])
    #expect(
      notes.first?.message.en
        == "read as CSV with: semicolons between cells, a `sep=` line, decimal commas, a byte-order mark, mixed LF and CRLF line ends")
    #expect(Survey.findings(Array((Survey.header + "k,d,p,time,1.5\n").utf8)) == [])
  }

  @Test func `quoted cells may hold separators, quotes and line breaks`() throws {
    let table = try Survey.table(Survey.header + "k,d,,remark,\"a,\"\"b\"\"\r\nc\"\n\"k\",\"e\",,remark,x\n")
    #expect(Survey.value("remark", "k/d", in: table) == "a,\"b\"\r\nc")
    #expect(table.columns["remark"]?.places == [CellPlace(file: 0, line: 2), CellPlace(file: 0, line: 4)])
  }

  @Test func `several files are one data set, and places name their file`() throws {
    let table = try Survey.table(Survey.header + "k,d,,training,1\n", "value;field;product;unit;institution\n2,5;training;;e;k\n")
    #expect(table.columns["training"]?.values == [.number(.one), .number(Fraction(5, 2))])
    #expect(table.columns["training"]?.places == [CellPlace(file: 0, line: 2), CellPlace(file: 1, line: 2)])
    #expect(table.files.map(\.rows) == [1, 1])
  }

  @Test func `a whole number may be written with zeros behind the point`() throws {
    let table = try Survey.table(Survey.header + "k,d,,complaints,3.0\nk,d,,maturity,4\n")
    #expect(Survey.value("complaints", "k/d", in: table) == "3")
  }
}
