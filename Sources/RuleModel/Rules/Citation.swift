public import RuleDiagnostics

/// A document that rules rest on.
public struct Source: Sendable, Equatable {
  /// The key by which `cite:` names it.
  public let key: Marked<String>
  /// The title as it stands on the document.
  public let title: Words
  /// What it is: law, presentation, press.
  public let kind: String?
  /// Where it can be read.
  public let url: String?

  /// Makes a source.
  public init(key: Marked<String>, title: Words, kind: String?, url: String?) {
    self.key = key
    self.title = title
    self.kind = kind
    self.url = url
  }
}

/// A place in a source: `deck-2022 h. 3`.
public struct Citation: Sendable, Equatable {
  /// The key of the source.
  public let source: String
  /// The page, article or slide; empty for the whole document.
  public let locator: String
  /// Where the rule file says so.
  public let range: SourceRange

  /// Makes a citation.
  public init(source: String, locator: String, range: SourceRange) {
    self.source = source
    self.locator = locator
    self.range = range
  }

  /// The citation as it is written in a rule file.
  public var text: String { locator.isEmpty ? source : "\(source) \(locator)" }
}
