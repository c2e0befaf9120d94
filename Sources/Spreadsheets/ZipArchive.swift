internal import CZip
internal import RuleDiagnostics

/// A zip archive in memory; the only file that calls libzip.
package final class ZipArchive {
  /// INVARIANT: an open archive until `deinit`; its bytes outlive it, as ``with(_:limits:_:)`` sees to.
  private let archive: OpaquePointer
  private let limits: SheetLimits
  private var unpackedBytes = 0

  /// Opens the archive that `bytes` hold for the duration of `body`.
  package static func with<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: SheetLimits, _ body: (ZipArchive) throws(SheetFault) -> Result
  ) throws(SheetFault) -> Result {
    try body(ZipArchive(bytes, limits))
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: SheetLimits) throws(SheetFault) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
      throw .damaged(ZipArchive.words(zip_error_strerror(&error)))
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .damaged(
        Words(
          id: "arsip zip-nya terpotong atau rusak (\(String(cString: zip_error_strerror(&error))))",
          en: "its zip archive is cut or broken (\(String(cString: zip_error_strerror(&error))))"))
    }
    self.archive = archive
    self.limits = limits
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.parts else {
      throw .tooLarge(
        Words(
          id: "arsip zip ini berisi \(count) bagian, paling banyak \(limits.parts)",
          en: "this zip holds \(count) parts, at most \(limits.parts) are read"))
    }
  }

  deinit {
    zip_discard(archive)
  }

  /// Whether there is a part of that name.
  func has(_ part: String) -> Bool { index(of: part) != nil }

  /// The names of the parts, in the order of the archive.
  package var names: [String] {
    (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { number in
      zip_get_name(archive, UInt64(number), 0).map { String(cString: $0) }
    }
  }

  /// The number of a part: its name as it is, in another case, or with the wrong slashes that some programs write.
  private func index(of part: String) -> UInt64? {
    for name in [part, part.replacing("/", with: "\\")] {
      for flags in [0, UInt32(ZIP_FL_NOCASE)] {
        let index = zip_name_locate(archive, name, flags)
        if index >= 0 { return UInt64(index) }
      }
    }
    return nil
  }

  /// Unpacks a part piece by piece. Complexity: linear in its unpacked size, which is bounded.
  package func read(_ part: String, _ take: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws(SheetFault) -> Void) throws(SheetFault) {
    guard let index = index(of: part) else {
      throw .damaged(Words(id: "bagian `\(part)` tidak ada", en: "there is no part `\(part)`"))
    }
    var info = zip_stat_t()
    zip_stat_init(&info)
    guard zip_stat_index(archive, index, 0, &info) == 0 else { throw damage(part) }
    guard info.encryption_method == UInt16(ZIP_EM_NONE) else { throw SheetFault.encrypted }
    let declared = Int(clamping: info.size)
    try checkSize(declared, packed: Int(clamping: info.comp_size), of: part)
    guard let file = zip_fopen_index(archive, index, 0) else { throw damage(part) }
    defer { zip_fclose(file) }
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 17)
    defer { piece.deallocate() }
    var total = 0
    while true {
      let count = Int(zip_fread(file, piece.baseAddress, UInt64(piece.count)))
      guard count >= 0 else {
        let reason = String(cString: zip_error_strerror(zip_file_get_error(file)))
        throw .damaged(
          Words(id: "bagian `\(part)` tidak dapat dibongkar (\(reason))", en: "the part `\(part)` cannot be unpacked (\(reason))"),
          at: .part(part))
      }
      total += count
      // What the archive says of a part may be a lie.
      guard total <= declared else {
        throw .damaged(
          Words(id: "bagian `\(part)` lebih besar daripada yang tercatat", en: "the part `\(part)` is larger than the archive says"),
          at: .part(part))
      }
      try take(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(piece)[..<count]), count == 0)
      if count == 0 { break }
    }
    guard total == declared else {
      throw .damaged(
        Words(id: "bagian `\(part)` lebih kecil daripada yang tercatat", en: "the part `\(part)` is smaller than the archive says"),
        at: .part(part))
    }
    unpackedBytes += total
  }

  private func checkSize(_ unpacked: Int, packed: Int, of part: String) throws(SheetFault) {
    guard unpacked <= limits.partBytes else {
      throw .tooLarge(
        Words(
          id: "bagian `\(part)` menjadi lebih dari \(size(limits.partBytes)) saat dibongkar",
          en: "the part `\(part)` becomes over \(size(limits.partBytes)) when it is unpacked"), at: .part(part))
    }
    guard unpacked <= limits.allPartsBytes - unpackedBytes else {
      throw .tooLarge(
        Words(
          id: "semua bagian bersama-sama menjadi lebih dari \(size(limits.allPartsBytes)) saat dibongkar",
          en: "all parts together become over \(size(limits.allPartsBytes)) when they are unpacked"), at: .part(part))
    }
    guard unpacked <= limits.anyPackingBytes || unpacked / limits.packing <= packed else {
      throw .tooLarge(
        Words(
          id: "bagian `\(part)` menjadi lebih dari \(limits.packing) kali lebih besar saat dibongkar",
          en: "the part `\(part)` becomes over \(limits.packing) times larger when it is unpacked"), at: .part(part))
    }
  }

  private func damage(_ part: String) -> SheetFault {
    let reason = String(cString: zip_strerror(archive))
    return .damaged(
      Words(id: "bagian `\(part)` tidak dapat dibuka (\(reason))", en: "the part `\(part)` cannot be opened (\(reason))"), at: .part(part))
  }

  private static func words(_ text: UnsafePointer<CChar>?) -> Words { Words(same: text.map { String(cString: $0) } ?? "zip") }
}

extension SheetFault {
  /// A workbook that only opens with a password.
  static let encrypted = SheetFault(
    .notCSV, Words(id: "buku kerja ini terkunci dengan kata sandi", en: "this workbook is locked by a password"),
    help: Words(
      id: "buka di Excel, hapus kata sandinya (File, Info, Protect Workbook, Encrypt with Password), lalu simpan",
      en: "open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password), and save it"))
}
