import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Values that are refused")
struct ValueFaultTests {
  private static let semicolons = "institution;unit;product;field;value\n"

  @Test(arguments: [
    ("NaN", "leave the cell empty"), ("inf", "leave the cell empty"), ("80%", "write `80`"), ("#N/A", "spreadsheet"),
    ("8-Jan", "a date"), ("2022-01-08", "a date"), ("８０", "write `80`"), ("0x50", "write `80`"), ("010", "write `10`"),
    ("+5", "write `5`"), (".5", "write `0.5`"), ("5.", "write `5`"), ("1_000", "write `1000`"), (" 80", "write `80`"),
    ("12 m/s", "write `12`"), ("12 mnt.", "write `12`"),
    ("80\u{A0}", "write `80`"), ("1e5", "without `E`"), ("1.2E+11", "without `E`"), ("0x1p3", "plain number"), ("delapan", "plain number"),
    ("=1+1", "plain number"), ("--5", "plain number"), (" ", "leave the cell empty"),
  ])
  func `a text that is no number is repeated with what would be right`(text: String, help: String) {
    expectError(
      .cellNotOfType, Survey.header + "k,d,p,time,1\nk,d,,training,«\(text)»\n", says: "is not a number for `training`", help: help)
  }

  @Test func `a decimal comma between commas is refused, quoted or not`() {
    expectError(.cellNotOfType, Survey.header + "k,d,,training,«\"87,99\"»\n", says: "`87,99`", help: "write `87.99`")
    expectError(.cellAmbiguousNumber, Survey.header + "k,d,p,time,«\"1,234\"»\n", help: "write `1234` or `1.2340`")
    expectError(.cellNotOfType, Survey.header + "k,d,p,time,«\"1.234,5\"»\n", help: "write `1234.5`")
    expectError(.cellNotOfType, "institution\tunit\tproduct\tfield\tvalue\nk\td\tp\ttime\t«87,99»\n", help: "write `87.99`")
  }

  @Test func `between semicolons a point before three digits is never guessed`() {
    expectError(.cellAmbiguousNumber, Self.semicolons + "k;d;p;time;«1.234»\n", help: "write `1234` or `1.2340`")
    expectError(.cellAmbiguousNumber, Self.semicolons + "k;d;p;time;«1.234»\nk;d;q;time;1,5\n", help: "write `1234` or `1,234`")
    expectError(.cellNotOfType, Self.semicolons + "k;d;p;time;«1.234,5»\nk;d;q;time;1,5\n", help: "write `1234,5`")
  }

  @Test func `between commas a field whose numbers all have three digits behind the point is not guessed either`() {
    let help = "write `1250` or `1.2500`, or say for the whole file: `--group .` (thousands) or `--decimal .` (decimals)"
    expectError(.cellAmbiguousNumber, Survey.header + "k,d,p,time,«1.250»\nk,d,q,time,950\n", help: help)
    expectError(.cellAmbiguousNumber, Survey.header + "k,d,,complaints,«1.000»\n", says: "`1.000` may mean thousands or decimals")
    expectError(.cellAmbiguousNumber, "institution\tunit\tproduct\tfield\tvalue\nk\td\tp\ttime\t«-12.500»\n", help: "write `-12500`")
    expectError(.cellAmbiguousNumber, "institution,unit,complaints,training\nk,d,«1.000»,80.5\nk,e,12,70\n", says: "`1.000`")
  }

  @Test(arguments: ["1.25", "0.250", "1250", "1250.125", "1.2500", "-0.125"])
  func `one number that groups no thousands tells that the points of its field are decimal`(other: String) throws {
    let table = try Survey.table(Survey.header + "k,d,p,time,1.250\nk,d,q,time,\(other)\nk,d,,training,80.125\n")
    #expect(Survey.value("time", "k/d/p", in: table) == "5/4")
    // 80125 would be outside 0 to 100, so 80.125 = 641/8 needs no other number.
    #expect(Survey.value("training", "k/d", in: table) == "641/8")
  }

  @Test func `what the numbers of another field tell does not count`() {
    expectError(.cellAmbiguousNumber, Survey.header + "k,d,p,time,«1.250»\nk,d,,training,80.5\nk,,,budget,12.75\n")
  }

  @Test func `points and decimal commas do not mix in one file`() {
    expectError(.cellAmbiguousNumber, Self.semicolons + "k;d;p;time;«78.5»\nk;d;q;time;1,5\n", says: "has a point", help: "write `78,5`")
  }

  @Test func `a comma in free text is no decimal comma`() throws {
    let table = try Survey.table(Self.semicolons + "k;d;p;time;78.5\nk;d;;remark;1,5\n")
    #expect(Survey.value("time", "k/d/p", in: table) == "157/2")
  }

  @Test func `counts and levels are whole`() {
    expectError(.cellNotOfType, Survey.header + "k,d,,complaints,«1.5»\n", says: "is not a whole number")
    expectError(.cellNotOfType, Survey.header + "k,d,,maturity,«2.5»\n", says: "is not a whole number")
  }

  @Test func `a value outside its range is refused with the range`() {
    expectError(.cellOutOfRange, Survey.header + "k,d,,training,«101»\n", says: "`101`", help: "from 0 to 100")
    expectError(.cellOutOfRange, Survey.header + "k,d,,training,«-1»\n", help: "from 0 to 100")
    expectError(.cellOutOfRange, Survey.header + "k,d,,complaints,«-1»\n", help: "0 or more")
    expectError(.cellOutOfRange, Survey.header + "k,d,,maturity,«5»\n", help: "from 0 to 4")
  }

  @Test func `a yes or no is nothing else`() {
    expectError(.cellNotOfType, Survey.header + "k,d,p,charter,«2»\n", says: "`2` is not a yes or no", help: "ya tidak")
    expectError(.cellNotOfType, Survey.header + "k,d,p,charter,«y»\n")
  }

  @Test func `a number of more than 60 characters is refused`() {
    let long = String(repeating: "9", count: 61)
    expectError(.cellNotOfType, Survey.header + "k,d,p,time,«\(long)»\n", says: "too long", help: "60")
  }
}
