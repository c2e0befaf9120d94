internal import Glibc

/// How many processors the machine has for us, at most 8: what reads a file on more threads than that only waits for the memory.
public func processorCount() -> Int {
  min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 8)
}
