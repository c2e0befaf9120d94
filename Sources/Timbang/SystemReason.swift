internal import Glibc
internal import RuleDiagnostics

/// What the system means by one of its numbers for a call that failed.
func systemReason(_ code: Int32) -> Words {
  switch code {
  case ENOENT: Words(id: "berkas atau folder tidak ada", en: "there is no such file or folder")
  case EACCES, EPERM: Words(id: "tidak ada izin", en: "no permission")
  case ELOOP: Words(id: "ini tautan, bukan berkas", en: "this is a link, not a file")
  case ENOSPC: Words(id: "media penyimpanan penuh", en: "the disk is full")
  case EDQUOT: Words(id: "jatah media penyimpanan habis", en: "the disk quota is used up")
  case EROFS: Words(id: "media penyimpanan hanya dapat dibaca", en: "the disk can only be read")
  case EIO: Words(id: "media penyimpanan gagal dibaca atau ditulis", en: "the disk failed to read or write")
  case EISDIR: Words(id: "ini folder, bukan berkas", en: "this is a folder, not a file")
  case ENOTDIR: Words(id: "sebagian jalurnya bukan folder", en: "a part of its path is no folder")
  case EMFILE, ENFILE: Words(id: "terlalu banyak berkas terbuka", en: "too many files are open")
  case EFBIG: Words(id: "berkas terlalu besar bagi sistem ini", en: "the file is too large for this system")
  case EXDEV: Words(id: "asal dan tujuannya di media yang berbeda", en: "its old and new place are on different disks")
  case ENAMETOOLONG: Words(id: "namanya terlalu panjang", en: "the name is too long")
  case EPIPE: Words(id: "penerimanya sudah berhenti membaca", en: "its reader has stopped reading")
  default: Words(same: String(cString: strerror(code)))
  }
}
