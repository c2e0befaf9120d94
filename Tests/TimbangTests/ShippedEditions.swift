import Foundation

/// The editions that the repository ships, in the order of families and years: `hdi/2010`.
let shippedEditions: [String] = {
  let rules = packageFolder.appending(path: "rules")
  let families = (try? FileManager.default.contentsOfDirectory(atPath: rules.path)) ?? []
  return families.sorted().flatMap { family in
    ((try? FileManager.default.contentsOfDirectory(atPath: rules.appending(path: family).path)) ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(family)/\($0.dropLast(5))" }
  }
}()
