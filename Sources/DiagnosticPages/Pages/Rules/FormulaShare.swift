internal import RuleDiagnostics

/// T0238.
extension CodePage {
  static let formulaShare = CodePage(
    severity: .note,
    title: Words(id: "Banyak nilai ditentukan rumus", en: "Formulas decide much of the total"),
    example: CodeExample(
      .sections,
      says: Words(
        id: "30 % dari nilai total ditentukan oleh `formula`, lebih dari 25 %",
        en: "30 % of the total is decided by `formula`, more than 25 %"),
      wrong: """
        score:
          id: ⟦total⟧
          cite: pedoman
          parts:
            - {id: masuk, weight: 70, yes_no: ada}
            - {id: hasil, weight: 30, formula: "if(ada, 100, 0)"}
        """,
      right: """
        score:
          id: total
          cite: pedoman
          parts:
            - {id: masuk, weight: 70, yes_no: ada}
            - {id: hasil, weight: 30, yes_no: ada}
        """),
    reason: Words(
      id: """
        Rumus dapat mengatakan apa saja, karena itu paling sulit dibaca dan diperiksa. Kalau lebih dari seperempat nilai total ditentukan
        rumus, pembaca perlu tahu.
        """,
      en: """
        A formula can say anything, so it is the hardest to read and to check. If more than a quarter of the total is decided by formulas,
        readers should know.
        """),
    remedy: Words(
      id: "Pakai `yes_no`, `checklist`, `levels`, `bands` atau `linear` di mana salah satunya dapat mengatakan hal yang sama.",
      en: "Use `yes_no`, `checklist`, `levels`, `bands` or `linear` where one of them can say the same."))
}
