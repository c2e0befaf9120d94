import Foundation
@testable import Timbang

/// A rules folder of its own for one test: two editions, of which the second extends the first.
final class PublishedFolder {
  static let first = """
    timbang: 1
    id: c
    edition: 1
    status: published
    sources: {s: {title: S}}
    units: {u: {label: {id: U, en: U}}}
    fields:
      a: {per: u, type: number, range: [0, 100]}
      b: {per: u, type: number, range: [0, 100]}
    score:
      id: t
      label: {id: Nilai, en: Score}
      round: 2
      cite: [s]
      parts:
        - {id: a, weight: 60, linear: {field: a, worst: 0, best: 100}}
        - {id: b, weight: 40, linear: {field: b, worst: 0, best: 100}}
    zones: {cite: [s], ladder: [{id: m, from: 0}, {id: h, from: 78}]}

    """

  static let second = """
    timbang: 1
    id: c
    edition: 2
    status: published
    extends: 1
    changes:
      - {id: w, title: {id: W, en: W}, cite: [s], edits: [{set: {part: a, weight: 50}}, {set: {part: b, weight: 50}}]}

    """

  static let day = CalendarDate(secondsSince1970: 1_772_409_600)

  let root: URL
  var rules: URL { root.appending(path: "rules") }
  var workspace: Workspace { Workspace(rulesFolder: rules.path) }

  init(first: String = first, second: String = second, isLocked: Bool = true) throws {
    root = try scratchFolder()
    try FileManager.default.createDirectory(at: rules.appending(path: "c"), withIntermediateDirectories: true)
    try write(first, to: "c/1.yaml")
    try write(second, to: "c/2.yaml")
    if isLocked { _ = try lock("c/1", "c/2") }
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  func url(_ name: String) -> URL { rules.appending(path: name) }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: url(name))
  }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

  func lock(_ editions: String...) throws -> Locking { try workspace.lock(editions, on: PublishedFolder.day) }

  /// The codes of the errors that verifying ends with; never none unless everything agrees.
  func faults() -> Set<DiagnosticCode> {
    let verification = workspace.verify()
    let codes = Set(verification.log.diagnostics.filter { $0.severity == .error }.map(\.code))
    return verification.isSound || !codes.isEmpty ? codes : [.notReadYet]
  }

  func run(_ arguments: String...) throws -> Run { try timbang(arguments, in: root) }
}

extension DiagnosticLog {
  /// The codes of all errors.
  var errorCodes: Set<DiagnosticCode> { Set(diagnostics.filter { $0.severity == .error }.map(\.code)) }
}
