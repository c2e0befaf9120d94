internal import Glibc

// The only unsafe code of this target: the loops over the rows of a file and over the cells that they fill.
//
// Why each access stays inside:
// - A `Room` owns whole pages, at least as many bytes as were asked for, and `free` unmaps just those; whoever keeps one frees it once.
// - A `Pile` owns `capacity + Pile.spare` elements; `append` grows it before it writes at `count`, readers use numbers below `count`.
// - Text is loaded eight bytes at a time, so a load may reach up to seven bytes behind the text (`word`). Texts stand in a pile, whose
//   spare elements take that, or in the bytes given to `run`, behind whose `end` at least ``StretchDraft/margin`` bytes must be readable.
// - The last byte before `end` is a line end, and every search stops at a line end, so no search leaves `start..<end`. Comparing with the
//   row before stops there too: what is compared holds no line end.
// - A table of slots has a power of two of them and at most half are in use: a search with `& mask` ends at a free one.
// - A cell block holds `size` entities times `width` cells; entities are numbered below `blocks.count * size` because a block is added
//   with the first entity that needs it, and a field's slot is below the width of its rung. A block that was given back has address 0.
// - A `PrefixTable` names only entities for which there is room, and beginnings that stand whole in its pile. What a `Sight` holds stays
//   true while its batch is read: blocks do not move, entities keep their numbers, and beginnings are only added behind the others.

/// Memory straight from the system: zero until it is written, and really given back when it is freed.
struct Room {
  /// The size of a large page, of which as many as possible are asked for: what is read here and there then costs fewer table walks.
  static let largePage = 1 << 21
  private static let page = 1 << 12

  let start: UnsafeMutableRawPointer
  /// How many bytes it has.
  let count: Int

  /// Takes at least `wanted` bytes; large pages are asked for from one of them on, unless `isLarge` says otherwise.
  init(_ wanted: Int, isLarge: Bool = true) {
    let isLarge = isLarge && wanted >= Room.largePage
    let page = wanted >= Room.largePage ? Room.largePage : Room.page
    count = (max(1, wanted) + page - 1) / page * page
    let start = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    // Without memory a process ends here, as it does in any array.
    guard let start, start != MAP_FAILED else { preconditionFailure() }
    self.start = start
    if isLarge { _ = madvise(start, count, MADV_HUGEPAGE) }
  }

  func free() { munmap(start, count) }
}

/// Plain elements side by side whose address may be kept until the next `append`.
struct Pile<Element: FixedWidthInteger> {
  /// How many elements may be read, though not used, behind the last one.
  static var spare: Int { 8 }

  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int
  private var room: Room

  init() {
    room = Room(64 * MemoryLayout<Element>.stride)
    capacity = Pile.capacity(of: room)
    start = room.start.bindMemory(to: Element.self, capacity: capacity + Pile.spare)
  }

  private static func capacity(of room: Room) -> Int { room.count / MemoryLayout<Element>.stride - spare }

  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return start[index]
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: capacity + 1) }
    start[count] = element
    count += 1
  }

  mutating func append(_ elements: UnsafePointer<Element>, count more: Int) {
    if count + more > capacity { grow(to: count + more) }
    (start + count).update(from: elements, count: more)
    count += more
  }

  private mutating func grow(to wanted: Int) {
    let larger = Room(max(room.count * 2, (wanted + Pile.spare) * MemoryLayout<Element>.stride))
    capacity = Pile.capacity(of: larger)
    let moved = larger.start.bindMemory(to: Element.self, capacity: capacity + Pile.spare)
    moved.update(from: start, count: count)
    room.free()
    room = larger
    start = moved
  }

  func free() { room.free() }
}

/// The key of all hashes of one reading, drawn anew each time: no file can be built to make the tables slow, and no number depends on it.
struct HashKey {
  let mask: UInt64
  let factor: UInt64

  init(_ generator: inout some RandomNumberGenerator) {
    mask = generator.next()
    factor = generator.next() | 1
  }

  @inline(__always) func mix(_ word: UInt64) -> UInt64 {
    let product = (word ^ mask).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  /// A word that stands for a text: the text itself if it is short, else its hash.
  @inline(__always) func name(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    if count <= 8 { return head(of: word(at: text), count) }
    var sum = mix(UInt64(truncatingIfNeeded: count))
    var offset = 0
    while offset + 8 < count {
      sum = mix(sum ^ word(at: text + offset))
      offset += 8
    }
    return mix(sum ^ head(of: word(at: text + offset), count - offset))
  }
}

@inline(__always) private func word(at text: UnsafePointer<UInt8>) -> UInt64 {
  UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(as: UInt64.self))
}

/// The first `count` bytes of a word, 0 to 8, the others zero.
@inline(__always) private func head(of word: UInt64, _ count: Int) -> UInt64 {
  count >= 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
}

/// A word with the high bit set in the first byte that equals the pattern's, counted from the low end; zero if there is none.
@inline(__always) private func match(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
  let difference = word ^ pattern
  return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
}

@inline(__always) private func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// Whether two texts of `count` bytes are equal.
@inline(__always) private func isEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  var offset = 0
  while offset + 8 <= count {
    if word(at: left + offset) != word(at: right + offset) { return false }
    offset += 8
  }
  return head(of: word(at: left + offset) ^ word(at: right + offset), count - offset) == 0
}

/// Texts kept once each and numbered in the order in which they came; short ones are compared inside the table.
struct TextTable {
  private struct Slot {
    var name: UInt64
    /// Its number plus one; 0 for a free slot.
    var number: UInt32
    var length: UInt32
  }

  private let key: HashKey
  private var slots: UnsafeMutablePointer<Slot>
  private var mask = 255
  private var bytes = Pile<UInt8>()
  private var starts = Pile<UInt32>()

  var count: Int { starts.count - 1 }

  init(_ key: HashKey) {
    self.key = key
    slots = TextTable.slots(256)
    starts.append(0)
  }

  private static func slots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(name: 0, number: 0, length: 0), count: count)
    return slots
  }

  /// Returns the number of a text, -1 if it is not kept.
  @inline(__always) func find(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    find(text, length, named: key.name(text, length))
  }

  @inline(__always) fileprivate func find(_ text: UnsafePointer<UInt8>, _ length: Int, named name: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key.mix(name)) & mask
    while slots[slot].number != 0 {
      let number = Int(slots[slot].number) &- 1
      if slots[slot].name == name, Int(slots[slot].length) == length,
        length <= 8 || isEqual(bytes.start + Int(starts.start[number]), text, length)
      {
        return number
      }
      slot = (slot &+ 1) & mask
    }
    return -1
  }

  /// Keeps a text that is not kept yet; returns its number.
  mutating func add(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let number = count
    bytes.append(text, count: length)
    starts.append(UInt32(bytes.count))
    if (number + 1) * 2 > mask {
      slots.deallocate()
      mask = mask * 2 + 1
      slots = TextTable.slots(mask + 1)
      for known in 0...number { place(known) }
    } else {
      place(number)
    }
    return number
  }

  private func place(_ number: Int) {
    let start = Int(starts.start[number])
    let length = Int(starts.start[number + 1]) - start
    let name = key.name(bytes.start + start, length)
    var slot = Int(truncatingIfNeeded: key.mix(name)) & mask
    while slots[slot].number != 0 { slot = (slot + 1) & mask }
    slots[slot] = Slot(name: name, number: UInt32(number + 1), length: UInt32(length))
  }

  /// Returns the number of a cell's text, keeping it if it is new.
  mutating func number(of cell: CSVCell, in bytes: [UInt8]) -> Int {
    withText(of: cell, in: bytes) { text, length in
      let known = find(text, length)
      return known >= 0 ? known : add(text, length)
    }
  }

  /// Returns a text by its number.
  func text(_ number: Int) -> [UInt8] {
    let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
    return Array(UnsafeBufferPointer(start: bytes.start + start, count: end - start))
  }

  func free() {
    slots.deallocate()
    bytes.free()
    starts.free()
  }
}

/// The entities of one rung that occur in a stretch, numbered in the order in which they came.
struct EntityTable {
  private let key: HashKey
  /// The hash of a path in the high half, and the number of an entity plus one; 0 for a free slot.
  private var slots: UnsafeMutablePointer<UInt64>
  private var room: Room
  private var mask = 255
  private var ids = Pile<UInt8>()
  private var starts = Pile<UInt32>()
  /// For each entity the number of the one above it on the next higher rung; 0 on the top rung.
  private(set) var parents = Pile<Int32>()
  /// For each entity the hash of its path.
  fileprivate private(set) var hashes = Pile<UInt32>()

  var count: Int { parents.count }

  init(_ key: HashKey) {
    self.key = key
    (room, slots) = EntityTable.slots(256)
    starts.append(0)
  }

  private static func slots(_ count: Int) -> (Room, UnsafeMutablePointer<UInt64>) {
    let room = Room(count * MemoryLayout<UInt64>.stride)
    return (room, room.start.bindMemory(to: UInt64.self, capacity: count))
  }

  /// The hash of a path, from that of the path above it and the last id; 0 stands above the top rung.
  @inline(__always) func hash(_ id: UnsafePointer<UInt8>, _ length: Int, below parent: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: key.mix(key.name(id, length) ^ (UInt64(parent) &* 0x9E37_79B9_7F4A_7C15)) >> 32)
  }

  /// Returns the number of the entity with that hash for which `isMeant` holds, -1 if there is none.
  @inline(__always) fileprivate func find(_ hash: UInt32, _ isMeant: (Int) -> Bool) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) {
        let number = Int(slots[slot] & 0xFFFF_FFFF) &- 1
        if isMeant(number) { return number }
      }
      slot = (slot &+ 1) & mask
    }
    return -1
  }

  /// Whether the entity of that number, which must be kept, has that id.
  @inline(__always) fileprivate func has(_ id: UnsafePointer<UInt8>, _ length: Int, _ number: Int) -> Bool {
    let start = Int(starts.start[number])
    return Int(starts.start[number + 1]) &- start == length && isEqual(ids.start + start, id, length)
  }

  /// Returns the number of the entity with that id and hash below `parent`, -1 if there is none.
  fileprivate func find(_ id: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32, below parent: Int) -> Int {
    find(hash) { Int(parents.start[$0]) == parent && has(id, length, $0) }
  }

  /// Keeps an entity that is not kept yet; returns its number.
  fileprivate mutating func add(_ id: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt32, below parent: Int) -> Int {
    let number = count
    ids.append(id, count: length)
    starts.append(UInt32(ids.count))
    parents.append(Int32(parent))
    hashes.append(hash)
    if (number + 1) * 2 > mask {
      room.free()
      mask = mask * 2 + 1
      (room, slots) = EntityTable.slots(mask + 1)
      for known in 0...number { place(known) }
    } else {
      place(number)
    }
    return number
  }

  private func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes.start[number]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt64(hashes.start[number]) << 32 | UInt64(number + 1)
  }

  /// Returns the number of the entity with that id below `parent`, adding it if it is new and `isSound` lets it pass; nil if it does not.
  mutating func number(
    _ id: CSVCell, in bytes: [UInt8], below parent: Int, _ above: EntityTable?, isSound: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Int? {
    withText(of: id, in: bytes) { id, length in
      let hash = hash(id, length, below: above.map { $0.hashes[parent] } ?? 0)
      let known = find(id, length, hash, below: parent)
      if known >= 0 { return known }
      return isSound(UnsafeBufferPointer(start: id, count: length)) ? add(id, length, hash, below: parent) : nil
    }
  }

  /// Returns an id by the number of its entity.
  func id(_ number: Int) -> [UInt8] {
    let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
    return Array(UnsafeBufferPointer(start: ids.start + start, count: end - start))
  }

  /// Calls `body` with the bytes of an id.
  func withID<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
    return body(UnsafeBufferPointer(start: ids.start + start, count: end - start))
  }

  /// Compares the bytes of an id with those of another table's: negative, zero or positive.
  func compare(_ number: Int, with other: EntityTable, _ otherNumber: Int) -> Int {
    let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
    let (otherStart, otherEnd) = (Int(other.starts[otherNumber]), Int(other.starts[otherNumber + 1]))
    let shared = min(end - start, otherEnd - otherStart)
    var offset = 0
    while offset < shared {
      let left = head(of: word(at: ids.start + start + offset), shared - offset).byteSwapped
      let right = head(of: word(at: other.ids.start + otherStart + offset), shared - offset).byteSwapped
      if left != right { return left < right ? -1 : 1 }
      offset += 8
    }
    return (end - start) - (otherEnd - otherStart)
  }

  /// Gives back what only finding needs; afterwards nothing may be looked for or added.
  mutating func close() {
    room.free()
    room = Room(1)
    slots = room.start.bindMemory(to: UInt64.self, capacity: 1)
    mask = 0
    hashes.free()
    hashes = Pile()
  }

  func free() {
    room.free()
    ids.free()
    starts.free()
    parents.free()
    hashes.free()
  }
}

/// The cells of one rung, entity by entity: the number of a text plus one in the low half, the line in the high half; 0 for none.
struct CellBlocks {
  /// How many fields the rung has.
  let width: Int
  /// How many entities a block holds: as many as one large page has room for.
  private let size: UInt32
  /// The address of each block, 0 for one that was given back.
  private var blocks = Pile<Int>()
  /// For each block how many of its entities are still to be written.
  private var left = Pile<Int32>()

  init(width: Int) {
    self.width = width
    size = UInt32(max(1, Room.largePage / MemoryLayout<UInt64>.stride / max(1, width)))
  }

  /// How many bytes a block has: one large page, more if one entity has more cells than that.
  private var room: Int {
    let pages = (Int(size) * width * MemoryLayout<UInt64>.stride + Room.largePage - 1) / Room.largePage
    return max(1, pages) * Room.largePage
  }

  /// Makes room for the cells of a new entity.
  mutating func reach(_ entity: Int) {
    while entity >= blocks.count * Int(size) {
      // A small survey, which never leaves its first block, is not to pay for a large page.
      blocks.append(Int(bitPattern: Room(room, isLarge: blocks.count > 0).start))
      left.append(0)
    }
    left.start[entity / Int(size)] += 1
  }

  /// Returns the cells of an entity for which there is room.
  @inline(__always) func cells(of entity: Int) -> UnsafeMutablePointer<UInt64>? {
    let (block, index) = UInt32(truncatingIfNeeded: entity).quotientAndRemainder(dividingBy: size)
    return UnsafeMutablePointer(bitPattern: blocks.start[Int(block)]).map { $0 + Int(index) &* width }
  }

  /// Notes that nobody reads the cells of an entity again; a block is given back when that is so of all its entities.
  mutating func forget(_ entity: Int) {
    let block = entity / Int(size)
    left.start[block] -= 1
    if left.start[block] == 0 { giveBack(block) }
  }

  private func giveBack(_ block: Int) {
    guard let start = UnsafeMutableRawPointer(bitPattern: blocks.start[block]) else { return }
    munmap(start, room)
    blocks.start[block] = 0
  }

  func free() {
    for block in 0..<blocks.count { giveBack(block) }
    blocks.free()
    left.free()
  }
}

/// The beginnings of rows that were read, up to the field, with the entity that each is about: one look at it and one at a slot tell what
/// ``EntityTable`` needs several for on each rung.
struct PrefixTable {
  struct Slot {
    /// The hash of a beginning in the high half, and the number of its entity plus one; 0 for a free slot.
    var name: UInt64
    /// Where it is kept in the high half, then its length and its rung.
    var place: UInt64

    var entity: Int { Int(name & 0xFFFF_FFFF) &- 1 }
    var start: Int { Int(place >> 32) }
    var length: Int { Int(place >> 16 & 0xFFFF) }
    var rung: Int { Int(place & 0xFFFF) }
  }

  /// The most bytes of beginnings that are kept; further ones are looked up without this table.
  private static let mostBytes = 1 << 26

  fileprivate let key: HashKey
  private(set) var slots: UnsafeMutablePointer<Slot>
  private var room: Room
  private var mask = 255
  private var count = 0
  private(set) var bytes = Pile<UInt8>()

  init(_ key: HashKey) {
    self.key = key
    (room, slots) = PrefixTable.slots(256)
  }

  private static func slots(_ count: Int) -> (Room, UnsafeMutablePointer<Slot>) {
    let room = Room(count * MemoryLayout<Slot>.stride)
    return (room, room.start.bindMemory(to: Slot.self, capacity: count))
  }

  @inline(__always) func hash(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt64 { key.mix(key.name(text, length)) }

  /// Reads from where a search begins, and decides nothing by it.
  @inline(__always) func touch(_ hash: UInt64) -> UInt64 { slots[Int(truncatingIfNeeded: hash) & mask].name }

  /// Returns the first slot that may be meant by a hash, or a free one.
  @inline(__always) func slot(_ hash: UInt64) -> Slot {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].name != 0, slots[slot].name >> 32 != hash >> 32 { slot = (slot &+ 1) & mask }
    return slots[slot]
  }

  /// Whether a slot is that of a beginning.
  @inline(__always) func isMeant(_ slot: Slot, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    slot.name != 0 && slot.length == length && isEqual(bytes.start + slot.start, text, length)
  }

  /// Keeps a beginning, if there is no other one with the first half of its hash and there is room.
  mutating func add(_ text: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, entity: Int, rung: Int) {
    guard slot(hash).name == 0, length < 1 << 16, rung < 1 << 16, bytes.count + length <= PrefixTable.mostBytes else { return }
    let start = bytes.count
    bytes.append(text, count: length)
    count += 1
    if count * 2 > mask { grow() }
    place(
      Slot(
        name: (hash & ~0xFFFF_FFFF) | UInt64(truncatingIfNeeded: entity + 1),
        place: UInt64(truncatingIfNeeded: start) << 32 | UInt64(truncatingIfNeeded: length) << 16
          | UInt64(truncatingIfNeeded: rung)),
      hash)
  }

  private mutating func grow() {
    let (old, oldRoom, oldMask) = (slots, room, mask)
    mask = mask * 2 + 1
    (room, slots) = PrefixTable.slots(mask + 1)
    for slot in 0...oldMask where old[slot].name != 0 { place(old[slot], hash(bytes.start + old[slot].start, old[slot].length)) }
    oldRoom.free()
  }

  private func place(_ new: Slot, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].name != 0 { slot = (slot + 1) & mask }
    slots[slot] = new
  }

  func free() {
    room.free()
    bytes.free()
  }
}

/// A row of which it is known where its cells begin, but not yet what they say.
private struct Sight {
  var row: UnsafePointer<UInt8>
  /// How long the cells before the field are, with their separators.
  var prefixLength: Int
  var hash: UInt64
  /// The number of its field, -1 if there is none of that name.
  var field: Int
  var value: UnsafePointer<UInt8>
  var valueLength: Int
  var slot: PrefixTable.Slot
  var cells: UnsafeMutablePointer<UInt64>?
}

/// What the rows of one stretch of a file say, before entities are sorted and texts are read as values.
///
/// Entities, texts and lines are numbered within the stretch.
final class StretchDraft {
  /// How many bytes behind the end of a run must be readable.
  static let margin = 16
  /// How many rows are looked at together where they come in no order, so that the waits for memory overlap.
  private static let together = 32
  /// How many returns to an entity are taken for chance; beyond that one for `fewReturns` entities shows that rows come in no order.
  private static let chanceReturns = 8
  private static let fewReturns = 8

  let shape: RowShape
  /// The names of the fields. INVARIANT: in their order, and nothing else.
  private var fields: TextTable
  /// The texts of the value cells, with the CR of a CRLF that ends the row.
  private(set) var texts: TextTable
  /// For each text a bit for each field that it occurs in.
  private var uses = Pile<UInt64>()
  private let useWidth: Int
  /// For each field its rung in the high half, -1 for none, and its slot among the rung's fields in the low half.
  private var places = Pile<Int64>()
  private var prefixes: PrefixTable
  /// How many entities were added, and how many times a row was about one that had rows before, but not the row before.
  private var added = 0
  private var returns = 0
  /// Whether the rows come in no order.
  private var isScattered = false
  /// Rows in the order in which they stand, of which several are looked at together. INVARIANT: none between two calls.
  private let sights = UnsafeMutablePointer<Sight>.allocate(capacity: StretchDraft.together)
  private let tables: UnsafeMutablePointer<EntityTable>
  private let blocks: UnsafeMutablePointer<CellBlocks>
  private let rungCount: Int
  /// How many line ends were read.
  private(set) var lines = 0
  /// How many cells were filled, also with nothing.
  private(set) var filled = 0
  /// What was asked of memory ahead; kept so that the asking is not left out.
  private var lastTouched: UInt64 = 0
  /// What the ids are made of.
  private(set) var letters = IDLetters()
  private let separators: UInt64
  /// Where the cells before the field begin and how long they are, and which of them name the rungs. Made once, filled for each row.
  private var columnStarts = Pile<Int>()
  private var columnLengths = Pile<Int>()
  private var rungColumns = Pile<Int>()
  private let hasOtherColumns: Bool

  init(_ shape: RowShape, _ key: HashKey) {
    self.shape = shape
    fields = TextTable(key)
    texts = TextTable(key)
    prefixes = PrefixTable(key)
    rungCount = shape.widths.count
    tables = .allocate(capacity: rungCount)
    blocks = .allocate(capacity: rungCount)
    for (rung, width) in shape.widths.enumerated() {
      (tables + rung).initialize(to: EntityTable(key))
      (blocks + rung).initialize(to: CellBlocks(width: width))
    }
    useWidth = (shape.fields.count + 63) / 64
    separators = pattern(shape.separator)
    hasOtherColumns = !shape.emptyColumns.isEmpty || !shape.unreadColumns.isEmpty
    for _ in 0..<shape.leading {
      columnStarts.append(0)
      columnLengths.append(0)
    }
    for column in shape.rungColumns { rungColumns.append(column) }
    for field in shape.fields {
      withPadding(field.name) { _ = fields.add($0, $1) }
      places.append(Int64(field.rung ?? -1) << 32 | Int64(field.slot))
    }
  }

  deinit {
    fields.free()
    texts.free()
    prefixes.free()
    sights.deallocate()
    uses.free()
    places.free()
    columnStarts.free()
    columnLengths.free()
    rungColumns.free()
    for rung in 0..<rungCount {
      tables[rung].free()
      blocks[rung].free()
    }
    tables.deallocate()
    blocks.deallocate()
  }

  /// The entities of each rung.
  var rungs: [EntityTable] { Array(UnsafeBufferPointer(start: tables, count: rungCount)) }

  /// Reads plain rows from `start`, where a row begins, up to `end`, where one ends; returns where it stopped: at `end`, or at a row that
  /// needs a closer look.
  func run(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard start < end else { return start }
    // A run ends with a line.
    precondition(start >= 0 && end + StretchDraft.margin <= bytes.count && bytes[end - 1] == lineFeed)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return end }
      return run(base + start, to: base + end) - base
    }
  }

  private func run(_ first: UnsafePointer<UInt8>, to limit: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var row = runSorted(first, to: limit)
    if row < limit, isScattered { row = runScattered(row, to: limit) }
    return row
  }

  /// Reads rows as if most are about the entity of the row before; stops also where it turns out that they are not.
  private func runSorted(_ first: UnsafePointer<UInt8>, to limit: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    guard !isScattered else { return first }
    let (separators, fields, places, useWidth) = (separators, fields, places.start, useWidth)
    let lineFeeds = pattern(lineFeed)
    var (texts, uses) = (texts, uses.start)
    var row = first
    var prefix = first
    var prefixLength = 0
    var cells: UnsafeMutablePointer<UInt64>?
    var rung: Int64 = -1
    var line = UInt64(truncatingIfNeeded: lines)
    let firstLine = line
    while row < limit {
      if prefixLength == 0 || !isEqual(row, prefix, prefixLength) {
        prefixLength = 0
        guard let found = locate(row), !isScattered else { break }
        prefix = row
        prefixLength = found.end - row
        rung = Int64(found.rung)
        cells = blocks[found.rung].cells(of: found.entity)
      }
      let name = row + prefixLength
      let nameLength = length(of: name, endedBy: separators, lineFeeds)
      let field = fields.find(name, nameLength)
      guard field >= 0, places[field] >> 32 == rung, name[nameLength] == shape.separator, let cells else { break }
      let value = name + nameLength + 1
      let valueLength = length(of: value, endedBy: lineFeeds, lineFeeds)
      var text = texts.find(value, valueLength)
      if text < 0 {
        guard isPlain(value, valueLength) else { break }
        text = add(value, valueLength)
        texts = self.texts
        uses = self.uses.start
      }
      let cell = cells + Int(truncatingIfNeeded: places[field] & 0xFFFF_FFFF)
      guard cell.pointee == 0 else { break }
      cell.pointee = line << 32 | UInt64(truncatingIfNeeded: text &+ 1)
      uses[text &* useWidth &+ field >> 6] |= 1 &<< UInt64(truncatingIfNeeded: field & 63)
      line &+= 1
      row = value + valueLength + 1
    }
    lines = Int(line)
    filled += Int(line - firstLine)
    return row
  }

  /// Reads rows in whatever order they come: several at a time, in steps of which each asks memory for what the next one needs.
  private func runScattered(_ first: UnsafePointer<UInt8>, to limit: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    let (places, useWidth, sights) = (places.start, useWidth, sights)
    var (texts, uses, prefixes) = (texts, uses.start, prefixes)
    var row = first
    var line = UInt64(truncatingIfNeeded: lines)
    let firstLine = line
    defer {
      lines = Int(line)
      filled += Int(line - firstLine)
    }
    while row < limit {
      let count = see(row, to: limit)
      if count == 0 { return row }
      var touched: UInt64 = 0
      for index in 0..<count { touched |= prefixes.touch(sights[index].hash) }
      for index in 0..<count { sights[index].slot = prefixes.slot(sights[index].hash) }
      for index in 0..<count where sights[index].slot.name != 0 && sights[index].field >= 0 {
        let (slot, place) = (sights[index].slot, places[sights[index].field])
        guard place >> 32 == slot.rung else { continue }
        sights[index].cells = blocks[slot.rung].cells(of: slot.entity)
        touched |= word(at: prefixes.bytes.start + slot.start)
        if let cells = sights[index].cells { touched |= cells[Int(place & 0xFFFF_FFFF)] }
      }
      lastTouched = touched
      for index in 0..<count {
        let sight = sights[index]
        row = sight.row
        guard sight.field >= 0 else { return row }
        let place = places[sight.field]
        var cells = sight.cells
        if cells == nil || !prefixes.isMeant(sight.slot, row, sight.prefixLength) {
          guard let found = locate(row), Int(place >> 32) == found.rung else { return row }
          self.prefixes.add(row, sight.prefixLength, sight.hash, entity: found.entity, rung: found.rung)
          prefixes = self.prefixes
          cells = blocks[found.rung].cells(of: found.entity)
        }
        guard let cells else { return row }
        var text = texts.find(sight.value, sight.valueLength)
        if text < 0 {
          guard isPlain(sight.value, sight.valueLength) else { return row }
          text = add(sight.value, sight.valueLength)
          texts = self.texts
          uses = self.uses.start
        }
        let cell = cells + Int(truncatingIfNeeded: place & 0xFFFF_FFFF)
        guard cell.pointee == 0 else { return row }
        cell.pointee = line << 32 | UInt64(truncatingIfNeeded: text &+ 1)
        uses[text &* useWidth &+ sight.field >> 6] |= 1 &<< UInt64(truncatingIfNeeded: sight.field & 63)
        line &+= 1
        row = sight.value + sight.valueLength + 1
      }
    }
    return row
  }

  /// Notes where the cells of the next rows begin; returns how many of them have the cells that they should have.
  private func see(_ first: UnsafePointer<UInt8>, to limit: UnsafePointer<UInt8>) -> Int {
    let (separators, separator, lineFeeds, leading) = (separators, shape.separator, pattern(lineFeed), shape.leading)
    let (fields, prefixes, sights) = (fields, prefixes, sights)
    var row = first
    var count = 0
    while count < StretchDraft.together, row < limit {
      var name = row
      for _ in 0..<leading {
        let length = length(of: name, endedBy: separators, lineFeeds)
        guard name[length] == separator else { return count }
        name += length + 1
      }
      let nameLength = length(of: name, endedBy: separators, lineFeeds)
      guard name[nameLength] == separator else { return count }
      let value = name + nameLength + 1
      let valueLength = length(of: value, endedBy: lineFeeds, lineFeeds)
      (sights + count).initialize(
        to: Sight(
          row: row, prefixLength: name - row, hash: prefixes.hash(row, name - row), field: fields.find(name, nameLength), value: value,
          valueLength: valueLength, slot: PrefixTable.Slot(name: 0, place: 0), cells: nil))
      count += 1
      row = value + valueLength + 1
    }
    return count
  }

  /// Finds the entity that a row is about; returns where its field begins too, nil if the row needs a closer look.
  private func locate(_ row: UnsafePointer<UInt8>) -> (end: UnsafePointer<UInt8>, rung: Int, entity: Int)? {
    let (starts, lengths, columns) = (columnStarts.start, columnLengths.start, rungColumns.start)
    let (separators, separator, lineFeeds) = (separators, shape.separator, pattern(lineFeed))
    var cursor = row
    for column in 0..<shape.leading {
      let length = length(of: cursor, endedBy: separators, lineFeeds)
      guard cursor[length] == separator else { return nil }
      starts[column] = cursor - row
      lengths[column] = length
      cursor += length + 1
    }
    var hash: UInt32 = 0
    var depth = 0
    for rung in 0..<rungCount {
      let length = lengths[columns[rung]]
      if length > 0 {
        guard depth == rung else { return nil }
        hash = tables[rung].hash(row + starts[columns[rung]], length, below: hash)
        depth += 1
      }
    }
    guard depth > 0 else { return nil }
    // The hash tells the entity without asking for those above it; they are compared while the next row is on its way.
    var entity = tables[depth - 1].find(hash) { number in
      var number = number
      var rung = depth - 1
      while rung > 0, tables[rung].has(row + starts[columns[rung]], lengths[columns[rung]], number) {
        number = Int(tables[rung].parents.start[number])
        rung -= 1
      }
      return rung == 0 && tables[0].has(row + starts[columns[0]], lengths[columns[0]], number)
    }
    if entity >= 0 {
      if !isScattered { noteReturn(to: entity, on: depth - 1) }
    } else {
      entity = 0
      for rung in 0..<depth {
        guard let found = self.entity(row + starts[columns[rung]], lengths[columns[rung]], below: entity, on: rung) else { return nil }
        entity = found
      }
    }
    if hasOtherColumns {
      guard shape.emptyColumns.allSatisfy({ lengths[$0] == 0 }) else { return nil }
      for column in shape.unreadColumns where !isPlain(row + starts[column], lengths[column]) { return nil }
    }
    return (cursor, depth - 1, entity)
  }

  private func noteReturn(to entity: Int, on rung: Int) {
    guard let cells = blocks[rung].cells(of: entity), (0..<blocks[rung].width).contains(where: { cells[$0] != 0 }) else { return }
    returns += 1
    isScattered = returns > StretchDraft.chanceReturns && returns * StretchDraft.fewReturns > added
  }

  /// Returns the entity with that id below `parent`, adding it if it is new; nil if its id has a fault.
  private func entity(_ id: UnsafePointer<UInt8>, _ length: Int, below parent: Int, on rung: Int) -> Int? {
    let hash = tables[rung].hash(id, length, below: rung == 0 ? 0 : tables[rung - 1].hashes[parent])
    let known = tables[rung].find(id, length, hash, below: parent)
    if known >= 0 { return known }
    guard letters.take(UnsafeBufferPointer(start: id, count: length)) else { return nil }
    let entity = tables[rung].add(id, length, hash, below: parent)
    blocks[rung].reach(entity)
    added += 1
    return entity
  }

  /// Keeps a new text.
  private func add(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
    for _ in 0..<useWidth { uses.append(0) }
    return texts.add(text, length)
  }

  /// Whether some bytes are one plain cell, which may end with the CR of a line end: UTF-8 without quotes and separators, not too long.
  private func isPlain(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard length <= CSVScanner.longestCell else { return false }
    var isASCII = true
    for index in 0..<length {
      let byte = text[index]
      if byte == shape.separator || byte == UInt8(ascii: "\"") { return false }
      if byte == UInt8(ascii: "\r"), index < length - 1 { return false }
      if byte >= 0x80 { isASCII = false }
    }
    return isASCII || (try? UTF8Span(validating: UnsafeBufferPointer(start: text, count: length).span)) != nil
  }
}

/// How many bytes stand before the first separator or line end.
@inline(__always) private func length(of text: UnsafePointer<UInt8>, endedBy separators: UInt64, _ lineFeeds: UInt64) -> Int {
  var offset = 0
  while true {
    let word = word(at: text + offset)
    let ends = match(word, separators) | match(word, lineFeeds)
    if ends != 0 { return offset &+ ends.trailingZeroBitCount >> 3 }
    offset &+= 8
  }
}

/// Makes an array whose elements must be written before they are read: memory that nobody touched yet costs nothing.
func unwritten<Element: FixedWidthInteger>(_ count: Int) -> [Element] {
  Array(unsafeUninitializedCapacity: count) { $1 = count }
}

/// Calls `body` with a text behind which eight more bytes can be read.
private func withPadding<Result>(_ text: [UInt8], _ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
  (text + [UInt8](repeating: 0, count: 8)).withUnsafeBufferPointer { padded in
    // INVARIANT: padding has bytes.
    guard let start = padded.baseAddress else { preconditionFailure() }
    return body(start, text.count)
  }
}

/// Calls `body` with the text of a cell, behind which eight more bytes can be read.
private func withText<Result>(of cell: CSVCell, in bytes: [UInt8], _ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result {
  guard !cell.hasDoubledQuotes, cell.end + 8 <= bytes.count else { return withPadding(cell.text(in: bytes), body) }
  precondition(cell.start >= 0 && cell.start <= cell.end)
  return bytes.withUnsafeBufferPointer { bytes in
    // INVARIANT: a file with cells has bytes.
    guard let start = bytes.baseAddress else { preconditionFailure() }
    return body(start + cell.start, cell.end - cell.start)
  }
}

private let lineFeed = UInt8(ascii: "\n")

// What a row that needs a closer look says, cell by cell.
extension StretchDraft {
  /// Returns the field of that name; nil if there is none.
  func field(named name: [UInt8]) -> Int? {
    let field = withPadding(name) { fields.find($0, $1) }
    return field < 0 ? nil : field
  }

  /// Returns the entity with that id below `parent`, adding it if it is new; nil if the id has a fault.
  func entity(_ id: [UInt8], below parent: Int, on rung: Int) -> Int? {
    withPadding(id) { entity($0, $1, below: parent, on: rung) }
  }

  /// Notes that a field holds a text; returns the number of the text.
  func use(_ text: [UInt8], in field: Int) -> Int {
    let number = withPadding(text) { text, length in
      let known = texts.find(text, length)
      return known >= 0 ? known : add(text, length)
    }
    uses.start[number * useWidth + field >> 6] |= 1 << UInt64(field & 63)
    return number
  }

  /// Whether a field holds a text.
  func uses(_ text: Int, in field: Int) -> Bool {
    uses[text * useWidth + field >> 6] & 1 << UInt64(field & 63) != 0
  }

  /// The fields that hold a text, in their order.
  func fields(using text: Int) -> [Int] {
    shape.fields.indices.filter { uses(text, in: $0) }
  }

  /// Fills a cell with a text, read so many lines behind the present one; false if it is filled already.
  func fill(_ field: Int, of entity: Int, with text: Int, lines further: Int) -> Bool {
    guard let rung = shape.fields[field].rung, let cell = blocks[rung].cells(of: entity).map({ $0 + shape.fields[field].slot }),
      cell.pointee == 0
    else { return false }
    cell.pointee = UInt64(lines + further) << 32 | UInt64(text + 1)
    filled += 1
    return true
  }

  /// Gives back what only reading rows needs: afterwards no row may be read or taken.
  func close() {
    for rung in 0..<rungCount { tables[rung].close() }
    prefixes.free()
    prefixes = PrefixTable(prefixes.key)
  }

  /// Steps over lines.
  func skip(lines further: Int) {
    lines += further
  }

  /// Gives back the cells of the entities at some places of `order`, each of which must be given back once: nobody reads them again.
  func forget(_ order: [Int32], _ range: Range<Int>, on rung: Int) {
    for place in range where order[place] >= 0 && Int(order[place]) < tables[rung].count { blocks[rung].forget(Int(order[place])) }
  }

  /// Writes the cells of a field into a column: for each place in `range` those of the entity in `order`, if it is not -1.
  ///
  /// Returns how many cells hold nothing, which are written as `hollow`; nil if a cell was filled before.
  func write(
    _ slot: Int, of rung: Int, in order: [Int32], _ range: Range<Int>, codes map: [Int32], hollow: Int32, firstLine: Int,
    to codes: inout [Int32], _ lines: inout [UInt32]
  ) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= min(order.count, codes.count, lines.count) && map.count == texts.count)
    let (blocks, firstLine) = (blocks[rung], UInt64(firstLine))
    return codes.withUnsafeMutableBufferPointer { codes in
      lines.withUnsafeMutableBufferPointer { lines in
        var hollows = 0
        for place in range where order[place] >= 0 {
          guard let cell = blocks.cells(of: Int(order[place])).map({ $0[slot] }), cell != 0 else { continue }
          guard lines[place] == 0 else { return nil }
          let code = map[Int(cell & 0xFFFF_FFFF) - 1]
          if code < 0 { hollows += 1 }
          codes[place] = code < 0 ? hollow : code
          lines[place] = UInt32(truncatingIfNeeded: firstLine &+ cell >> 32)
        }
        return hollows
      }
    }
  }
}
