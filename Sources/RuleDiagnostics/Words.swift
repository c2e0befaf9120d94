/// The same text in Indonesian and in English.
///
/// Labels of rule files, messages and remedies are all `Words`, so nothing can be said in one language only.
public struct Words: Hashable, Sendable {
  /// The Indonesian text.
  public let id: String
  /// The English text.
  public let en: String

  /// Makes a text from its two versions.
  public init(id: String, en: String) {
    self.id = id
    self.en = en
  }

  /// Makes a text that is the same in both languages: a name, a number, a code.
  public init(same text: String) {
    self.init(id: text, en: text)
  }

  /// Returns the version in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .id: id
    case .en: en
    }
  }
}
