internal import Glibc

/// The number of processors that can do work for this command at once.
func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
