internal import RuleDiagnostics

extension Severity {
  /// What people call it.
  var words: Words {
    switch self {
    case .error: Words(id: "galat", en: "error")
    case .warning: Words(id: "peringatan", en: "warning")
    case .note: Words(id: "catatan", en: "note")
    }
  }

  /// How a terminal shows it.
  var role: TextStyle.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
