internal import Mustache

/// A Mustache template whose two-brace values are escaped byte by byte.
///
/// Three braces are for values of type ``Markup`` alone; their names begin with `html`, and only such names may be written so.
struct PageTemplate: Sendable {
  private let template: MustacheTemplate

  /// Parses a template of this program; a mistake in it is a mistake of the programmer.
  init(_ text: String) {
    PageTemplate.registerEscaping
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE: TIMBANG}}" + text)
    } catch {
      preconditionFailure("a template of the report cannot be parsed: \(error)")
    }
  }

  /// Fills the template in.
  func callAsFunction(_ values: [String: Any]) -> Markup {
    for (name, value) in values where name.hasPrefix("html") { precondition(value is Markup, "\(name) is not built from escaped pieces") }
    return Markup(rendered: template.render(values))
  }

  private static let registerEscaping: Void = MustacheContentTypes.register(EscapedText(), named: "TIMBANG")
}

/// Escapes as ``Markup`` does.
private struct EscapedText: MustacheContentType {
  func escapeText(_ text: String) -> String { text.escapedForHTML }
}
