internal import RuleDiagnostics
internal import RuleModel

/// Who is meant by names in place of ids: what the directory and the forms of files say, and how everybody was written.
struct SpellingBook {
  /// What a text means among the entities below one.
  enum Found {
    /// An id, or something that must be one.
    case itself
    case meant(String)
    case nobody(SpellingFault, isNew: Bool)
  }

  /// A way in which an entity is written.
  struct Use {
    let text: [UInt8]
    /// Where it occurs first.
    let place: CellBytes
    /// The files that write it so.
    var files: Set<Int>
  }

  /// Those who stand below one entity.
  private struct Siblings {
    var names: [String: String] = [:]
    /// The ids that a spelling without case and blanks may mean.
    var spellings: [String: Set<String>] = [:]
    var hasBlanks = false
    var hasCapitals = false

    mutating func list(_ id: String, name: String) {
      names[id] = name
      for text in [id, name] where !text.isEmpty { spellings[text.foldedName, default: []].insert(id) }
      hasBlanks = hasBlanks || id.contains(" ")
      hasCapitals = hasCapitals || id != id.lowercased()
    }

    /// Whether a text is like none of the ids, so that somebody must have meant a name.
    func isName(_ text: String) -> Bool {
      (!hasBlanks && text.unicodeScalars.contains { $0.properties.isWhitespace }) || (!hasCapitals && text != text.lowercased())
    }
  }

  private struct Key: Hashable {
    let text: [UInt8]
    let above: Int
    let rung: Int
    let file: Int
  }

  /// The listed entities by the path of the one above; empty on top.
  private var siblings: [String: Siblings] = [:]
  /// What was said of each file: the id that a text means, by the path of the entity above.
  private var said: [Int: [String: [String: String]]] = [:]
  private var found: [Key: Found] = [:]
  /// How each entity is written, by its path, in the order in which it came.
  private(set) var uses: [String: [Use]] = [:]

  /// Whether there is nothing to look up: then an id is an id.
  var isEmpty: Bool { siblings.isEmpty && said.isEmpty }

  /// Takes the rows of a directory. What is wrong with it is for its reader to say.
  mutating func take(directory file: SourceFile) {
    var unheard = DiagnosticLog()
    guard var table = CSVTable(file, expecting: EntityDirectory.columns, log: &unheard) else { return }
    let columns = table.header.positions.prefix(4).compactMap(\.self)
    var row = CSVRow()
    while table.next(into: &row, log: &unheard) {
      let texts = columns.map { String(decoding: row.cells[$0].text(in: file.bytes), as: UTF8.self) }
      // What cannot be an id is for the reader of the directory to say.
      if !texts[0].isEmpty, IDFault(ArraySlice(texts[0].utf8)) == nil {
        siblings[texts[1], default: Siblings()].list(texts[0], name: texts[3])
      }
    }
  }

  /// Takes what was said of the file at `index`.
  mutating func take(_ spellings: [TableForm.Spelling], of index: Int) {
    for spelling in spellings {
      let pieces = spelling.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      said[index, default: [:]][pieces.dropLast().joined(separator: "/"), default: [:]][spelling.text] = pieces[pieces.count - 1]
    }
  }

  /// Returns whom a text means, among those below the entity of that number and path on the rung above.
  mutating func find(_ text: [UInt8], of place: CellBytes, below above: Int, on rung: Int, path: () -> String) -> Found {
    let key = Key(text: text, above: above, rung: rung, file: place.file)
    if let known = found[key] {
      if case .nobody(let fault, _) = known { return .nobody(fault, isNew: false) }
      return known
    }
    let parent = path()
    let spelling = String(decoding: text, as: UTF8.self)
    let result = look(up: spelling, below: parent, in: place.file)
    let id: String? = if case .meant(let id) = result { id } else if case .itself = result { spelling } else { nil }
    found[key] = result
    if let id { note(text, of: (parent.isEmpty ? "" : parent + "/") + id, at: place) }
    return result
  }

  private mutating func note(_ text: [UInt8], of entity: String, at place: CellBytes) {
    if let known = uses[entity]?.firstIndex(where: { $0.text == text }) {
      uses[entity]?[known].files.insert(place.file)
    } else {
      uses[entity, default: []].append(Use(text: text, place: place, files: [place.file]))
    }
  }

  private func look(up text: String, below parent: String, in file: Int) -> Found {
    if let id = said[file]?[parent]?[text] { return .meant(id) }
    guard let siblings = siblings[parent], siblings.names[text] == nil else { return .itself }
    let meant = siblings.spellings[text.foldedName] ?? []
    if meant.count == 1, let id = meant.first { return .meant(id) }
    if meant.count > 1 { return .nobody(.ambiguous(text, meant.sorted()), isNew: true) }
    guard siblings.isName(text) else { return .itself }
    let near = nearestName(to: text.trimmed, among: Array(siblings.names.values) + siblings.names.keys)
    let id = near.flatMap { near in siblings.names[near] == nil ? siblings.names.filter { $0.value == near }.keys.min() : near }
    return .nobody(.unlisted(text, near: near, id: id), isNew: true)
  }

  /// What the files at `index` write in place of ids, sorted.
  func spellings(in index: Int) -> [TableForm.Spelling] {
    uses.flatMap { path, uses in
      uses.filter { $0.files.contains(index) }.map { TableForm.Spelling(String(decoding: $0.text, as: UTF8.self), path: path) }
    }
    .filter { $0.text != $0.path.split(separator: "/").last.map(String.init) }
    .sorted { ($0.path, $0.text) < ($1.path, $1.text) }
  }

  /// Warns of each entity that is written in several ways, and shows where each of them occurs first.
  func report(_ register: EntityRegister, log: inout DiagnosticLog) {
    let several = uses.filter { $0.value.count > 1 }.sorted { left, right in
      let (first, second) = (left.value[0].place, right.value[0].place)
      return (first.file, first.range.lowerBound) < (second.file, second.range.lowerBound)
    }
    for (path, uses) in several {
      let list = uses.map { "`\(visible($0.text))`" }.joined(separator: ", ")
      log.warning(
        .cellSpelling, at: register.range(of: uses[1].place),
        Words(
          id: "`\(visible(path.utf8))` ditulis dengan \(uses.count) cara: \(list)",
          en: "`\(visible(path.utf8))` is written in \(uses.count) ways: \(list)"),
        help: Words(id: "tulis idnya, `\(visible(path.utf8))`, di semua baris", en: "write its id, `\(visible(path.utf8))`, in all rows"),
        notes: uses.enumerated().filter { $0.offset != 1 }.map { _, use in
          Diagnostic.Note(
            Words(id: "`\(visible(use.text))` muncul pertama kali di sini", en: "`\(visible(use.text))` occurs first here"),
            at: register.range(of: use.place))
        })
    }
  }
}

/// Why a text in place of an id means nobody.
enum SpellingFault {
  case unlisted(String, near: String?, id: String?)
  case ambiguous(String, [String])

  func message(_ rung: Rung) -> Words {
    switch self {
    case .unlisted(let text, _, _):
      Words(
        id: "`\(visible(text.utf8))` tidak ada dalam daftar `\(rung.id.value)`",
        en: "`\(visible(text.utf8))` is not in the directory of `\(rung.id.value)`")
    case .ambiguous(let text, let ids):
      Words(
        id: "`\(visible(text.utf8))` dapat berarti \(list(ids, "atau"))", en: "`\(visible(text.utf8))` may mean \(list(ids, "or"))")
    }
  }

  func help(_ rung: Rung) -> Words {
    switch self {
    case .unlisted(_, let near?, let id?):
      let shown = near == id ? "`\(visible(id.utf8))`" : "`\(visible(near.utf8))` (`\(visible(id.utf8))`)"
      return Words(id: "maksudnya \(shown)?", en: "did you mean \(shown)?")
    case .unlisted:
      return Words(
        id: "tulis id atau nama yang ada dalam daftar, atau tambahkan ke daftar bila memang baru disurvei",
        en: "write an id or a name of the directory, or add it there if it really is newly surveyed")
    case .ambiguous: return Words(id: "tulis idnya", en: "write the id")
    }
  }

  private func list(_ ids: [String], _ or: String) -> String { ids.map { "`\(visible($0.utf8))`" }.joined(separator: " \(or) ") }
}

extension String {
  /// What spellings of one name have in common: the text without case, blanks of any kind and invisible characters.
  var foldedName: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: unicodeScalars.filter { !$0.isInvisible && !$0.properties.isWhitespace })
    return String(text).lowercased()
  }
}
