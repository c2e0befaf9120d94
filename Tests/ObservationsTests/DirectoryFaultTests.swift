import Observations
import RuleDiagnostics
import RuleModel
import Testing

@Suite("Directories of entities that are refused")
struct DirectoryFaultTests {
  private static let header = "id,parent,kind,name\n"

  @Test func `a parent that neither a line nor the observations know is refused`() {
    expectDirectoryError(.entityUnknownParent, Self.header + "d,«m»,,D\nk,,,K\n", says: "`m` is not known")
    expectDirectoryError(.entityUnknownParent, Self.header + "p,«k/x»,,P\n", says: "`k/x`")
    expectDirectoryError(.entityUnknownParent, Self.header + "x,«k/d/p»,,X\n", says: "no rung below `k/d/p`")
  }

  @Test func `an entity that is listed twice is refused with the first line`() {
    let found = expectDirectoryError(.entityDuplicate, Self.header + "k,,city,K\nd,k,,D\n«k»,,city,K\n", says: "`k` is listed already")
    #expect(found?.notes.map(\.range.description) == ["entities.csv:2:1"])
  }

  @Test func `a kind that the rung does not have is refused with its neighbour`() {
    expectDirectoryError(
      .entityKind, Self.header + "k,,«citi»,K\n", says: "`citi` is not a kind of `institution`", help: "did you mean `city`")
    expectDirectoryError(.entityKind, Self.header + "k,,«desa»,K\n", help: "the kinds are `city`, `province`")
  }

  @Test func `a rung without kinds takes any`() throws {
    let table = try Survey.table(Survey.header + "k,d,p,time,1\n", entities: Self.header + "d,k,PTS,D\n")
    #expect(table.population.rungs[1].map(\.kind) == ["PTS"])
  }

  @Test func `an id of the data that differs from a listed one only in case means it`() throws {
    let table = try Survey.table(Survey.header + "k,d,p,time,1\n", entities: Self.header + "K,,city,Kota\n")
    #expect(table.population.rungs[0].map(\.id) == ["K"])
  }

  @Test func `an unlisted parent that differs from a surveyed one only in case is refused with both places`() {
    let found = expectDirectoryError(.cellID, Self.header + "d2,«K»,,D\n", says: "differs from `k` only in case")
    #expect(found?.notes.map(\.range.description) == ["obs.csv:2:1"])
  }

  @Test func `ids and paths are checked as in observations`() {
    expectDirectoryError(.cellID, Self.header + "«»,k,,D\n", says: "`id` is empty")
    expectDirectoryError(.cellID, Self.header + "«a/b»,k,,D\n", says: "holds a `/`")
    expectDirectoryError(.cellID, Self.header + "d2,«k//d»,,D\n", says: "empty id")
    expectDirectoryError(.cellID, Self.header + "d2,«k »,,D\n", says: "begins or ends with a blank")
  }

  @Test func `a directory is read in every dialect, and its faults are those of any CSV file`() throws {
    _ = try Survey.table(Survey.header + "k,d,p,time,1\n", entities: "\u{FEFF}id;parent;kind;name\r\nk;;city;Kota, K\r\n")
    expectDirectoryError(.csvHeader, "«id,parent,name»\nk,,K\n", says: "no column `kind`")
    expectDirectoryError(.csvRagged, Self.header + "k,,city,K,«x»\n")
  }
}
