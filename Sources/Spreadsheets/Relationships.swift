/// What a part of a workbook refers to, from its `.rels` part.
struct Relationships {
  /// One reference.
  struct Entry {
    let id: String
    /// The last component of its type, such as `worksheet`: transitional and strict workbooks differ in what stands before.
    let kind: String
    /// The name of the part it refers to.
    let part: String
  }

  private(set) var entries: [Entry] = []

  /// Reads what `part` refers to (the archive as a whole for nil); none if it says nothing.
  init(of part: String?, in archive: ZipArchive, limits: SheetLimits) throws(SheetFault) {
    let pieces = (part ?? "").split(separator: "/", omittingEmptySubsequences: false)
    let folder = pieces.dropLast().joined(separator: "/")
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(pieces.last ?? "").rels"
    guard archive.has(path) else { return }
    let listener = Listener(folder: folder)
    try XMLWalk.read(path, of: archive, limits: limits, to: listener)
    entries = listener.entries
  }

  /// The first part of a kind.
  func first(_ kind: String) -> String? { entries.first { $0.kind == kind }?.part }

  /// Returns the name of a part that a target means: from the folder of the part that refers to it, or from the top after a slash.
  static func resolve(_ target: String, from folder: String) -> String {
    var path = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for piece in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch piece {
      case ".": continue
      case "..": _ = path.popLast()
      default: path.append(String(piece))
      }
    }
    return path.joined(separator: "/")
  }

  private final class Listener: XMLListener {
    private let folder: String
    var entries: [Entry] = []

    init(folder: String) {
      self.folder = folder
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetFault) {
      guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
        attributes["TargetMode"] != "External"
      else { return }
      let kind = type.split(separator: "/").last.map(String.init) ?? type
      entries.append(Entry(id: id, kind: kind, part: Relationships.resolve(target, from: folder)))
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}
