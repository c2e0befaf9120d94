// swift-tools-version: 6.2
// timbang: a rules engine that scores, and says why a score changed.
// The folder list tells the story: text -> marked nodes -> rule set -> plan -> scores -> change -> what if -> words.

import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house: a target with its tests beside it.
func room(_ name: String, imports dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(of name: String, imports dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, swiftSettings: house)
}

let package = Package(
  name: "timbang",
  products: [
    .library(name: "Timbang", targets: ["Timbang"]),
    .executable(name: "timbang", targets: ["timbang-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CHogweed", pkgConfig: "hogweed", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    room("RuleDiagnostics"),
    room("DiagnosticPages", imports: ["RuleDiagnostics"]),
    room("MarkedYAML", imports: ["CLibYAML", "RuleDiagnostics"]),
    room("Signatures", imports: ["CHogweed", "RuleDiagnostics"]),
    room("RuleModel", imports: ["RuleDiagnostics", .product(name: "BigInt", package: "BigInt")]),
    room("Expressions", imports: ["RuleDiagnostics", "RuleModel"]),
    room("RuleLoading", imports: ["MarkedYAML", "RuleDiagnostics", "RuleModel", "Expressions"]),
    room("Observations", imports: ["RuleDiagnostics", "RuleModel"]),
    room("Spreadsheets", imports: ["CZip", "CExpat", "CSQLite", "RuleDiagnostics"]),
    room("Scoring", imports: ["RuleDiagnostics", "RuleModel", "Expressions", "Observations"]),
    room("Comparison", imports: ["RuleDiagnostics", "RuleModel", "Expressions", "Observations", "Scoring"]),
    room("TimbangSQL", imports: ["RuleDiagnostics", "RuleModel", "Expressions", "Observations", "Scoring", "Comparison"]),
    room(
      "Exploring", imports: ["RuleDiagnostics", "RuleModel", "Expressions", "RuleLoading", "Observations", "Scoring", "Comparison"]),
    room(
      "RuleTesting",
      imports: ["RuleDiagnostics", "MarkedYAML", "RuleModel", "Expressions", "RuleLoading", "Observations", "Scoring", "Comparison"]),
    room(
      "Reporting",
      imports: ["RuleDiagnostics", "DiagnosticPages", "RuleModel", "Observations", "Scoring", "Comparison", "Exploring", "RuleTesting"]),
    room(
      "Exporting",
      imports: [
        "CLinux", "CXLSXWriter", "CSQLite", "RuleDiagnostics", "RuleModel", "Observations", "Spreadsheets", "Scoring", "Comparison",
        "Reporting",
      ]),
    room("ReportPages", imports: ["RuleDiagnostics", "RuleModel", "Observations", "Scoring", "Comparison", "Reporting"]),
    room(
      "Timbang",
      imports: [
        "CLinux", "CNettle", "RuleDiagnostics", "DiagnosticPages", "MarkedYAML", "RuleModel", "Expressions", "RuleLoading", "Observations",
        "Spreadsheets", "Scoring", "Comparison", "TimbangSQL", "Exploring", "RuleTesting", "Reporting", "Exporting", "ReportPages",
      ]),
    .executableTarget(
      name: "timbang-cli",
      dependencies: ["Timbang", "Expressions", "Signatures", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: house),
    .executableTarget(
      name: "timbang-bench",
      dependencies: [
        "CLibYAML", "Timbang", "RuleDiagnostics", "MarkedYAML", "RuleModel", "Observations", "Scoring", "Comparison", "Exploring",
      ],
      exclude: ["rules", "RESULTS.md", "baseline.txt", "compare-instructions", "run-peers"], swiftSettings: house),
    .target(name: "Dice", dependencies: ["RuleModel"], path: "Tests/Dice", swiftSettings: house),
    .target(
      name: "NaiveScoring",
      dependencies: [
        "Dice", "RuleDiagnostics", "RuleModel", "RuleLoading", "Observations", "Scoring", .product(name: "BigInt", package: "BigInt"),
      ], path: "Tests/NaiveScoring", swiftSettings: house),
    .target(
      name: "YearPairs",
      dependencies: ["Dice", "RuleDiagnostics", "RuleModel", "RuleLoading", "Observations", "Scoring", "Comparison"],
      path: "Tests/YearPairs", swiftSettings: house),
    .executableTarget(
      name: "timbang-differential", dependencies: ["Dice", "NaiveScoring"], path: "Tests/Differential", swiftSettings: house),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "RuleDiagnostics", "MarkedYAML", "RuleModel", "Expressions", "RuleLoading", "Observations", "Spreadsheets", "Scoring", "Reporting",
        "Timbang",
      ], path: "Tests/Fuzz/Targets", swiftSettings: house),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Tests", swiftSettings: house),
    tests(of: "RuleDiagnostics"),
    tests(of: "MarkedYAML", imports: ["Dice", "RuleDiagnostics"]),
    tests(of: "Signatures", imports: ["RuleDiagnostics"]),
    tests(of: "Expressions", imports: ["Dice", "RuleDiagnostics", "RuleModel"]),
    tests(of: "RuleLoading", imports: ["Dice", "MarkedYAML", "RuleDiagnostics", "DiagnosticPages", "RuleModel"]),
    tests(of: "RuleModel", imports: ["Dice", "RuleDiagnostics", .product(name: "BigInt", package: "BigInt")]),
    tests(of: "Scoring", imports: ["Dice", "NaiveScoring", "MarkedYAML", "RuleDiagnostics", "RuleModel", "RuleLoading", "Observations"]),
    tests(of: "Observations", imports: ["Dice", "RuleDiagnostics", "DiagnosticPages", "RuleModel"]),
    tests(of: "Spreadsheets", imports: ["CZip", "CSQLite", "Dice", "RuleDiagnostics"]),
    tests(of: "Comparison", imports: ["Dice", "YearPairs", "RuleDiagnostics", "RuleModel", "RuleLoading", "Observations", "Scoring"]),
    tests(
      of: "TimbangSQL",
      imports: [
        "CSQLite", "Dice", "NaiveScoring", "YearPairs", "RuleDiagnostics", "RuleModel", "RuleLoading", "Observations", "Scoring",
        "Comparison",
      ]),
    tests(of: "Exploring", imports: ["RuleDiagnostics", "RuleModel", "RuleLoading", "Observations", "Scoring", "Comparison"]),
    tests(of: "RuleTesting", imports: ["RuleDiagnostics", "RuleModel", "RuleLoading", "Observations"]),
    tests(
      of: "Exporting",
      imports: ["CSQLite", "RuleDiagnostics", "RuleModel", "RuleLoading", "Observations", "Scoring", "Comparison", "Reporting"]),
    tests(of: "Timbang", imports: ["CZip", "CSQLite", "Dice", "timbang-cli", "timbang-bench"]),
  ],
  swiftLanguageModes: [.v6]
)

// Only libFuzzer's runtime can link it, so that it is there only for who asks for it: see `.ci/fuzz`.
if Context.environment["TIMBANG_FUZZER"] != nil {
  package.targets.append(
    .executableTarget(name: "timbang-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Entry", swiftSettings: house))
}
