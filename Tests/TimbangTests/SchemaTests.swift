import Foundation
import Testing
import Timbang

@Suite("The schema for editors")
struct SchemaTests {
  @Test("the file in the repository is what the program prints")
  func committedFile() throws {
    let run = try timbang(["schema"])
    #expect(run.status == 0)
    let file = try String(contentsOf: packageFolder.appending(path: "rules/schema/rules-1.json"), encoding: .utf8)
    #expect(run.output == file, "run `timbang schema > rules/schema/rules-1.json`")
  }

  @Test("every definition is closed, every key is described in two languages, and every reference leads somewhere")
  func wellFormed() throws {
    let text = Data(RuleSchema().json.text.utf8)
    let schema = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
    #expect(definitions.count > 30)
    for (name, definition) in definitions {
      let closed = definition["additionalProperties"] as? Bool == false || (definition["allOf"] as? [[String: Any]])?.isEmpty == false
      #expect(closed, "\(name)")
      for (key, property) in definition["properties"] as? [String: [String: Any]] ?? [:] {
        let words = (property["description"] as? String ?? "").components(separatedBy: "\n\n")
        #expect(words.count == 2 && words.allSatisfy { !$0.isEmpty }, "\(name) \(key)")
      }
    }
    for reference in references(in: schema) {
      #expect(definitions[reference.replacingOccurrences(of: "#/definitions/", with: "")] != nil, "\(reference)")
    }
    #expect(!String(decoding: text, as: UTF8.self).contains("oneOf"))
  }

  @Test("every rule file names the schema where it lies", arguments: shippedEditions)
  func modeline(_ edition: String) throws {
    let file = packageFolder.appending(path: "rules/\(edition).yaml")
    let first = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")[0]
    let path = try #require(first.components(separatedBy: "$schema=").last)
    #expect(first.hasPrefix("# yaml-language-server: $schema="))
    #expect(FileManager.default.fileExists(atPath: file.deletingLastPathComponent().appending(path: path).path))
  }

  private func references(in value: Any) -> [String] {
    if let object = value as? [String: Any] {
      return object.flatMap { $0.key == "$ref" ? [$0.value as? String ?? ""] : references(in: $0.value) }
    }
    return (value as? [Any])?.flatMap { references(in: $0) } ?? []
  }
}
