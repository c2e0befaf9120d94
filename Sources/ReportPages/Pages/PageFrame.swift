internal import Reporting
internal import RuleDiagnostics

/// The frame of the file.
struct PageFrame {
  let title: String
  let languages: [Language]
  let scriptDigest: String

  func markup(_ parts: Markup) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="\(first.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <style>\(styleSheet)</style>
    </head>
    <body>
    \(patterns)
    \(languageSwitch)\(parts)<script>\(Markup(rendered: HTMLReport.script))</script>
    </body>
    </html>

    """
  }

  private var first: Language { languages.first ?? .id }

  /// Nothing is loaded, and no script runs but ours.
  private var policy: Markup {
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(scriptDigest)'; base-uri 'none'; form-action 'none'"
  }

  /// Two buttons that work without a script; nothing where there is one language.
  private var languageSwitch: Markup {
    guard languages.count > 1 else { return "" }
    return languages.enumerated().map { number, language -> Markup in
      let name = language == .id ? "Bahasa Indonesia" : "English"
      let code = language.rawValue
      let checked: Markup? = number == 0 ? " checked" : nil
      return
        "<input class=\"langs\" type=\"radio\" name=\"language\" id=\"choose-\(code)\"\(checked)><label for=\"choose-\(code)\" lang=\"\(code)\">\(name)</label>\n"
    }.joined()
  }
}
