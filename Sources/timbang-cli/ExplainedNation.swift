internal import ArgumentParser
internal import Timbang

/// Writes the explanations of many institutions as they are found, so that memory does not grow with their number.
struct ExplainedNation {
  private let comparison: YearComparison
  private let old: LoadedYear
  private let new: LoadedYear
  private let path: ExplanationPath
  private let depth: Int
  private let format: ExplainCommand.Format
  private let threads: Int
  private let console: Console

  init(
    _ comparison: YearComparison, _ old: LoadedYear, _ new: LoadedYear, along path: ExplanationPath, depth: Int,
    format: ExplainCommand.Format, threads: Int, _ console: Console
  ) {
    self.comparison = comparison
    self.old = old
    self.new = new
    self.path = path
    self.depth = max(1, depth)
    self.format = format
    self.threads = threads
    self.console = console
  }

  func write(_ institutions: [Entity]) throws {
    var summary = ChangeSummary(of: comparison)
    let places = max(old.edition.edition.publishedPlaces, new.edition.edition.publishedPlaces)
    let table = ChangesTable(from: old.edition.edition, to: new.edition.edition, style: console.style)
    let rows = ChangesCSV(summary, places: places)
    // The stamps digest every file that was read, and only JSON shows them.
    let json = format == .json ? ChangesJSON(from: old.stamp, to: new.stamp, places: places) : nil
    var pending =
      switch format {
      case .text: table.head
      case .csv: rows.head
      case .json: json?.head ?? ""
      }
    var done = 0
    let text = { @Sendable (result: YearComparison.Result) -> String in
      switch format {
      case .text: table.row(result)
      case .csv: rows.row(result)
      case .json: json?.row(result) ?? ""
      }
    }
    try comparison.explain(institutions, along: path, depth: depth, threads: threads, preparing: text) { result, row in
      summary.add(result)
      if done > 0, let json { pending += json.separator }
      pending += row
      done += 1
      if pending.utf8.count > 65_536 {
        try console.write(pending)
        pending = ""
      }
      console.progress(done, of: institutions.count, whilePrinting: true)
    }
    switch format {
    case .text: pending += table.text(summary)
    case .json: pending += json?.tail(summary) ?? ""
    case .csv: break
    }
    try console.write(pending)
  }
}
