public import DiagnosticPages
public import RuleDiagnostics

/// Writes the pages of codes, for a terminal and in Markdown.
public struct PageText: Sendable {
  private let style: TextStyle
  private var language: Language { style.language }

  /// Prepares to write in a style.
  public init(style: TextStyle) {
    self.style = style
  }

  /// Returns a line for each code: its name, how much it matters, what it is about.
  public func list(_ codes: [DiagnosticCode]) -> String {
    let width = Severity.allCases.map { $0.words[language].count }.max() ?? 0
    return codes.map { code in
      let page = code.page
      let severity = style.paint(page.severity.words[language], page.severity.role)
      let blanks = String(repeating: " ", count: width - page.severity.words[language].count)
      return "\(code.rawValue)  \(severity)\(blanks)  \(page.title[language])\(also(page))\n"
    }.joined()
  }

  /// Returns the page of a code, at most 80 columns wide but for its examples.
  public func text(_ code: DiagnosticCode) -> String {
    let page = code.page
    var out = style.paint("\(page.severity.words[language])[\(code.rawValue)]", page.severity.role)
    out += ": " + style.paint(page.title[language], .strong) + also(page) + "\n\n"
    out += indented(page.example.message[language]) + "\n"
    out += heading(.pageReason) + indented(page.reason[language])
    out += "\n" + heading(.pageWrong) + example(page.example.wrong, in: page.example.setting)
    out += "\n" + heading(.pageRight) + example(page.example.right, in: nil)
    out += "\n" + heading(.pageRemedy) + indented(page.remedy[language])
    return out
  }

  /// What else a finding can be than what it usually is.
  private func also(_ page: CodePage) -> String {
    page.otherSeverity.map { " (" + Phrase.pageAlso(language, ["severity": $0.words[language]]) + ")" } ?? ""
  }

  private func heading(_ phrase: Phrase) -> String {
    style.paint(phrase(language), .strong) + "\n"
  }

  private func indented(_ text: String) -> String {
    "  " + text.wrapped(to: 78, indent: "  ") + "\n"
  }

  private func example(_ text: String, in setting: CodeExample.Setting?) -> String {
    let surroundings = setting?.surroundings.map { indented("(\($0[language]))") } ?? ""
    return surroundings + "\n" + text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
  }
}

extension PageText {
  /// Returns the page of a code in Markdown.
  public func markdown(_ code: DiagnosticCode) -> String {
    let page = code.page
    let surroundings = page.example.setting.surroundings.map { "\n(\($0[language]))\n" } ?? ""
    return "# \(code.rawValue) \(page.title[language])\n\n" + body(of: page, surroundings: surroundings)
  }

  /// Returns a table of codes in Markdown.
  public func table(_ codes: [DiagnosticCode]) -> String {
    let heads = [Phrase.pageCode, .pageSeverity, .pageTitle].map { $0(language) }
    let rows = codes.map { [$0.rawValue, $0.page.severity.words[language] + also($0.page), $0.page.title[language]] }
    return ([heads, ["---", "---", "---"]] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  /// Returns all pages of a chapter as one article.
  public func markdown(_ chapter: CodeChapter) -> String {
    var out = "# \(chapter.rawValue) \(chapter.title[language])\n\n\(Phrase.pageAbstract(language))\n\n"
    out += "## \(Phrase.pageOverview(language))\n\n\(Phrase.pageRead(language))\n"
    let used = CodeExample.Setting.allCases.filter { setting in chapter.codes.contains { $0.page.example.setting == setting } }
    let surroundings = used.compactMap { $0.surroundings?[language] }
    if !surroundings.isEmpty {
      out += "\n\(Phrase.pageSurroundings(language))\n\n" + surroundings.map { "- \($0)\n" }.joined()
    }
    for code in chapter.codes {
      out += "\n## \(code.rawValue) \(code.page.title[language])\n\n" + body(of: code.page, surroundings: "")
    }
    return out
  }

  private func body(of page: CodePage, surroundings: String) -> String {
    let language = page.example.setting.language
    return """
      **\(page.severity.words[self.language])**\(also(page)): \(page.example.message[self.language])

      \(page.reason[self.language])

      **\(Phrase.pageWrong(self.language))**
      \(surroundings)
      ```\(language)
      \(page.example.wrong)
      ```

      **\(Phrase.pageRight(self.language))**

      ```\(language)
      \(page.example.right)
      ```

      **\(Phrase.pageRemedy(self.language)).** \(page.remedy[self.language])

      """
  }
}
