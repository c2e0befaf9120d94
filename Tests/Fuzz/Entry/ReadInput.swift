import FuzzTargets
import Glibc

/// Reads one input; libFuzzer looks for a function of this name.
@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// What was asked for.
private let target: FuzzTarget = {
  let name = getenv("TIMBANG_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else { fatalError("TIMBANG_FUZZ names no target: `\(name)`") }
  return target
}()
