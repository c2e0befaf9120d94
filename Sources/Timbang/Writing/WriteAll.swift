internal import Glibc
public import RuleDiagnostics

/// What the system refused to do.
public struct SystemError: Error, Sendable, Equatable {
  /// The number that the system gives to the reason.
  public let code: Int32

  /// Takes the reason for the call that failed last.
  init() { code = errno }

  /// Names a reason by its number.
  public init(code: Int32) { self.code = code }

  /// What the system says, in both languages.
  public var reason: Words { systemReason(code) }
}

/// Standard output and standard error.
public enum StandardStream: Int32, Sendable {
  /// Where results go.
  case output = 1
  /// Where findings and messages go.
  case error = 2

  /// Writes all of `text`, or says why the system took only a part of it. Complexity: linear in its length.
  public func write(_ text: String) throws(SystemError) {
    try writeAll(Array(text.utf8), to: rawValue)
  }
}

/// Writes all bytes to an open file, which every byte that leaves this program goes through: each call is checked, and a call that took only
/// a part of the bytes is followed by another.
func writeAll(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
  var rest = ArraySlice(bytes)
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw SystemError() }
    rest = rest.dropFirst(count)
  }
}
