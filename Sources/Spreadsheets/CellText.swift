internal import RuleDiagnostics

/// Appends a text as a quoted cell of CSV on one line: quotes doubled, each line end a space.
func appendQuoted(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
  let quote = UInt8(ascii: "\"")
  var wasReturn = false
  bytes.append(quote)
  for byte in text {
    switch byte {
    case quote: bytes += [quote, quote]
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: " "))
    case UInt8(ascii: "\n"): if !wasReturn { bytes.append(UInt8(ascii: " ")) }
    default: bytes.append(byte)
    }
    wasReturn = byte == UInt8(ascii: "\r")
  }
  bytes.append(quote)
}

/// How many characters bytes of UTF-8 are.
func countCharacters(_ text: some Sequence<UInt8>) -> Int {
  text.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
}

/// Texts side by side in one array, each as a quoted cell of CSV; an empty one is nothing at all.
struct CellTexts {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// Where a text stands.
  func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  mutating func append(_ text: [UInt8]) {
    if !text.isEmpty { appendQuoted(text, to: &bytes) }
    ends.append(bytes.count)
  }
}

/// Replaces what workbooks write for characters that XML cannot hold: `_x000D_` for a carriage return, `_x005F_` for an underscore.
func unescape(_ text: inout [UInt8]) {
  guard text.contains(UInt8(ascii: "_")), text.count >= 7 else { return }
  var result: [UInt8] = []
  var index = 0
  while index < text.count {
    if text[index] == UInt8(ascii: "_"), index + 6 < text.count, text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_"),
      text[(index + 2)...(index + 5)].allSatisfy({ isHexDigit($0) }),
      let code = UInt32(String(decoding: text[(index + 2)...(index + 5)], as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(code)
    {
      result += Array(String(Character(scalar)).utf8)
      index += 7
    } else {
      result.append(text[index])
      index += 1
    }
  }
  text = result
}

private func isHexDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}

/// The texts that cells name by number.
struct SharedStrings {
  private(set) var texts = CellTexts()

  /// A workbook without shared texts.
  init() {}

  /// Reads the part that holds them: runs of rich text joined, how to pronounce them left out.
  init(_ part: String, of archive: ZipArchive, limits: SheetLimits) throws(SheetFault) {
    let listener = Listener(limits)
    try XMLWalk.read(part, of: archive, limits: limits, to: listener)
    texts = listener.texts
  }

  private final class Listener: XMLListener {
    private let limits: SheetLimits
    var texts = CellTexts()
    private var text: [UInt8] = []
    private var isInText = false
    private var isPhonetic = false

    init(_ limits: SheetLimits) {
      self.limits = limits
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case "si": text.removeAll(keepingCapacity: true)
      case "t": isInText = !isPhonetic
      case "rPh": isPhonetic = true
      default: break
      }
    }

    func end(_ name: XMLName) throws(SheetFault) {
      switch name {
      case "t": isInText = false
      case "rPh": isPhonetic = false
      case "si":
        guard texts.count < limits.sharedStrings else {
          throw .tooLarge(
            Words(
              id: "buku kerja ini memuat lebih dari \(limits.sharedStrings) teks yang berbeda",
              en: "this workbook holds over \(limits.sharedStrings) different texts"))
        }
        unescape(&text)
        texts.append(text)
      default: break
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetFault) {
      guard isInText else { return }
      text += bytes
      guard text.count <= 4 * limits.characters || countCharacters(text) <= limits.characters else { throw .longCell(limits) }
    }
  }
}

extension SheetFault {
  /// A cell with more text than a cell can hold.
  static func longCell(_ limits: SheetLimits, at place: Place? = nil) -> SheetFault {
    .tooLarge(
      Words(id: "sel ini memuat lebih dari \(limits.characters) huruf", en: "this cell holds over \(limits.characters) characters"),
      at: place)
  }
}
