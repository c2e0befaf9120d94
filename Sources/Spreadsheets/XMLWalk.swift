internal import CExpat
internal import RuleDiagnostics

/// What is told of a part as it is read.
protocol XMLListener: AnyObject {
  /// An element begins.
  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetFault)
  /// An element ends.
  func end(_ name: XMLName) throws(SheetFault)
  /// A piece of text in UTF-8; a text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetFault)
}

/// Reads XML as it comes and tells a listener; the only file that calls expat.
///
/// A part that declares a document type or entities is refused: workbooks have none, and they are how a small file becomes large.
final class XMLWalk {
  private let parser: XML_Parser
  private let part: String
  private let limits: SheetLimits
  private let listener: any XMLListener
  private var depth = 0
  private var fault: SheetFault?
  private var fed = 0

  /// Reads a part of an archive to its end.
  static func read(_ part: String, of archive: ZipArchive, limits: SheetLimits, to listener: any XMLListener) throws(SheetFault) {
    guard let parser = XML_ParserCreate(nil) else {
      throw .damaged(Words(id: "memori habis", en: "there is no memory left"), at: .part(part))
    }
    let walk = XMLWalk(parser, part, limits, listener)
    try archive.read(part) { bytes, isLast throws(SheetFault) in try walk.feed(bytes, isLast: isLast) }
  }

  private init(_ parser: XML_Parser, _ part: String, _ limits: SheetLimits, _ listener: any XMLListener) {
    self.parser = parser
    self.part = part
    self.limits = limits
    self.listener = listener
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { walk, name, attributes in XMLWalk.of(walk)?.begin(name, attributes) }, { walk, name in XMLWalk.of(walk)?.end(name) })
    XML_SetCharacterDataHandler(parser) { walk, text, count in XMLWalk.of(walk)?.text(text, Int(count)) }
    XML_SetStartDoctypeDeclHandler(parser) { walk, _, _, _, _ in XMLWalk.of(walk)?.declareType() }
  }

  deinit {
    XML_ParserFree(parser)
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLWalk? {
    pointer.map { Unmanaged<XMLWalk>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Where the parser stands, for messages.
  private var place: SheetFault.Place {
    .part("\(part):\(XML_GetCurrentLineNumber(parser)):\(XML_GetCurrentColumnNumber(parser) + 1)")
  }

  private func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(SheetFault) {
    let status = bytes.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0) }
    if let fault { throw fault }
    guard status == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "XML"
      throw .damaged(
        Words(id: "XML dalam `\(part)` tidak sah (\(reason))", en: "the XML in `\(part)` is not well-formed (\(reason))"), at: place)
    }
    fed += bytes.count
    // The parser looks at an unfinished tag again for each piece, so an endless one would take forever.
    guard fed - Int(XML_GetCurrentByteIndex(parser)) <= limits.tagBytes || isLast else {
      throw .tooLarge(
        Words(
          id: "sebuah tag dalam `\(part)` lebih panjang daripada \(size(limits.tagBytes))",
          en: "a tag in `\(part)` is longer than \(size(limits.tagBytes))"), at: place)
    }
  }

  private func stop(_ fault: SheetFault) {
    guard self.fault == nil else { return }
    var fault = fault
    if fault.place == nil { fault.place = place }
    self.fault = fault
    XML_StopParser(parser, 0)
  }

  private func begin(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard fault == nil, let name else { return }
    depth += 1
    guard depth <= limits.depth else {
      return stop(
        .tooLarge(
          Words(
            id: "elemen XML dalam `\(part)` bertumpuk lebih dari \(limits.depth) tingkat",
            en: "elements of XML in `\(part)` stand over \(limits.depth) levels deep in one another")))
    }
    do throws(SheetFault) { try listener.begin(XMLName(name), XMLAttributes(attributes)) } catch { stop(error) }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard fault == nil, let name else { return }
    depth -= 1
    do throws(SheetFault) { try listener.end(XMLName(name)) } catch { stop(error) }
  }

  private func text(_ text: UnsafePointer<CChar>?, _ count: Int) {
    guard fault == nil, let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      do throws(SheetFault) { try listener.text(UnsafeBufferPointer(start: bytes, count: count)) } catch { stop(error) }
    }
  }

  private func declareType() {
    stop(
      .damaged(
        Words(
          id: "`\(part)` mendeklarasikan jenis dokumen atau entitas, yang tidak ada dalam buku kerja yang sah",
          en: "`\(part)` declares a document type or entities, which no sound workbook does")))
  }
}
