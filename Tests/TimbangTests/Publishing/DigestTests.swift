import Foundation
import Testing
@testable import Timbang

@Suite("Digests")
struct DigestTests {
  @Test(
    "SHA-256 is that of the standard",
    arguments: [
      // FIPS 180-4 examples, and the empty message
      ("", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func standard(_ text: String, _ digest: String) {
    #expect(Digest(of: text).description == digest)
    #expect(Digest(digest) == Digest(of: text))
  }

  @Test("only the written form is read as a digest")
  func strictForm() {
    let sound = Digest(of: "abc").description
    let wrong = [
      "", "sha256:", String(sound.dropFirst(7)), sound.uppercased(), "SHA256:" + sound.dropFirst(7), sound + "0", String(sound.dropLast()),
      sound + " ", " " + sound, "sha512:" + sound.dropFirst(7), sound.replacing("b", with: "g"), "sha256:+" + sound.dropFirst(8),
      "sha256:" + String(repeating: "０", count: 64),
    ]
    for text in wrong { #expect(Digest(text) == nil, "\(text)") }
  }

  @Test("two spellings of one edition have equal digests")
  func spellings() throws {
    let folder = try PublishedFolder(isLocked: false)
    let changed = try #require(folder.workspace.loader.load(try source(folder, "c/2.yaml")).edition?.edition)
    let whole = PublishedFolder.first.replacing("edition: 1", with: "edition: \"2\"").replacing("weight: 60", with: "weight: 50.0")
      .replacing("weight: 40", with: "weight: \"100/2\"").replacing("id: c\nedition", with: "# a comment\nid:   c\nedition")
    try folder.write(whole, to: "c/2.yaml")
    let written = try #require(folder.workspace.loader.load(try source(folder, "c/2.yaml")).edition?.edition)
    #expect(changed.scoringDigest == written.scoringDigest)
    #expect(changed.documentDigest == written.documentDigest)
  }

  @Test("a label edit changes the document digest only")
  func labelEdit() throws {
    let (before, after) = try editions(replacing: "en: Score", by: "en: Points")
    #expect(before.scoringDigest == after.scoringDigest)
    #expect(before.documentDigest != after.documentDigest)
  }

  @Test("a weight edit changes both digests")
  func weightEdit() throws {
    let (before, after) = try editions(replacing: "weight: 60", by: "weight: 61")
    #expect(before.scoringDigest != after.scoringDigest)
    #expect(before.documentDigest != after.documentDigest)
  }

  @Test("goalposts change both digests, and saying that there are none changes neither")
  func goalposts() throws {
    let (before, after) = try editions(replacing: "  round: 2\n", by: "  round: 2\n  goalposts: {worst: 0, best: 90, clamp: true}\n")
    #expect(before.scoringDigest != after.scoringDigest && before.documentDigest != after.documentDigest)
    let (same, none) = try editions(replacing: "  round: 2\n", by: "  round: 2\n  goalposts: none\n")
    #expect(same.scoringDigest == none.scoringDigest && same.documentDigest == none.documentDigest)
  }

  @Test("the digests of an edition stay what they are, for registers hold them")
  func stability() throws {
    let folder = try PublishedFolder(isLocked: false)
    let edition = try #require(folder.workspace.loader.load(try source(folder, "c/2.yaml")).edition?.edition)
    // If this fails, the canonical text was changed and every register that exists would be refused.
    #expect(edition.scoringDigest.description == "sha256:a9f71da72f61eb58794a0b193f36942c51b66344d11e06bfabbde4adfef52982")
    #expect(edition.documentDigest.description == "sha256:1e96b3ef6a45afb7575190e4627cbece7abd6a173a9959ecfab147d7f434dc63")
  }

  private func editions(replacing old: String, by new: String) throws -> (Edition, Edition) {
    let folder = try PublishedFolder(isLocked: false)
    let before = try #require(folder.workspace.loader.load(try source(folder, "c/1.yaml")).edition?.edition)
    try folder.write(PublishedFolder.first.replacing(old, with: new), to: "c/1.yaml")
    let after = try #require(folder.workspace.loader.load(try source(folder, "c/1.yaml")).edition?.edition)
    return (before, after)
  }

  private func source(_ folder: PublishedFolder, _ name: String) throws -> SourceFile {
    try readFile(folder.url(name).path)
  }
}

@Suite("Days")
struct CalendarDateTests {
  @Test(
    "seconds since 1970 are the day in Greenwich",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (951_782_400, "2000-02-29"),
      (1_772_409_600, "2026-03-02"), (2_147_483_648, "2038-01-19"), (4_102_444_799, "2099-12-31"),
      // 719,468 days before; the year 0 is a leap year, for 400 divides it.
      (-62_162_035_200, "0000-03-01"), (-62_162_035_201, "0000-02-29"),
    ])
  func days(_ seconds: Int, _ day: String) {
    #expect(CalendarDate(secondsSince1970: seconds).description == day)
    #expect(CalendarDate(day) == CalendarDate(secondsSince1970: seconds))
  }

  @Test(
    "only days that exist are read",
    arguments: [
      "", "2026-3-2", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", " 2026-01-01", "2026-01-01 ", "+026-01-01",
      "2026/01/01", "20260101", "2026-01-01-",
    ])
  func strictForm(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
