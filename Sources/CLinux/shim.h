// Calls of Linux that Swift's Glibc module leaves out.
#include <sys/syscall.h>
#include <unistd.h>

/// Opens a nameless file in memory; negative after a failure.
static inline int timbang_memory_file(void) { return (int)syscall(SYS_memfd_create, "timbang", 1u); }

/// Lets two names of one folder change places at once; not 0 after a failure.
static inline int timbang_exchange(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, -100, one, -100, other, 2u);
}

/// Renames where the new name is still free; not 0 after a failure.
static inline int timbang_rename_if_new(const char *old, const char *new_name) {
  return (int)syscall(SYS_renameat2, -100, old, -100, new_name, 1u);
}
