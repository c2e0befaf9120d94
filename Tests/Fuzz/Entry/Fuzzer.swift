// What libFuzzer calls: each input goes to the target that `TIMBANG_FUZZ` names. It brings its own `main`.

import FuzzTargets
import Glibc

@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let target: FuzzTarget = {
  let name = getenv("TIMBANG_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else { fatalError("TIMBANG_FUZZ names no target: `\(name)`") }
  return target
}()
