/// The stable name of a kind of finding.
///
/// `T01..` the text of a rule file, `T02..` what a rule file says, `T03..` observations, `T04..` scoring, `T05..` comparing, `T06..` files.
/// A code is never given another meaning and never used again after it went.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  // The text of a rule file
  case yamlSyntax = "T0101"
  case notUTF8 = "T0102"
  case forbiddenCharacter = "T0103"
  case tabIndent = "T0104"
  case duplicateKey = "T0105"
  case anchorOrAlias = "T0106"
  case tag = "T0107"
  case directive = "T0108"
  case secondDocument = "T0109"
  case tooLarge = "T0110"
  case tooDeep = "T0111"
  case tooManyNodes = "T0112"
  case emptyFile = "T0113"
  case complexKey = "T0114"

  // What a rule file says
  case wrongShape = "T0201"
  case unknownKey = "T0202"
  case missingKey = "T0203"
  case weightsSum = "T0204"
  case weightNotPositive = "T0205"
  case notANumber = "T0206"
  case notABoolean = "T0207"
  case notAnID = "T0208"
  case notAChoice = "T0209"
  case formatVersion = "T0210"
  case notReadYet = "T0211"
  case duplicateID = "T0212"
  case unknownField = "T0213"
  case unknownRung = "T0214"
  case wrongRung = "T0215"
  case wrongFieldType = "T0216"
  case unknownSource = "T0217"
  case oneBody = "T0218"
  case zoneLines = "T0219"
  case bandRows = "T0220"
  case levelScores = "T0221"
  case linearEnds = "T0222"
  case ladder = "T0223"
  case roundingRung = "T0224"
  case range = "T0225"
  case checklistItems = "T0226"
  case scoreOutsideScale = "T0227"
  case unusedField = "T0228"
  case missingLanguage = "T0229"
  case missingCitation = "T0230"
  case emptyGroup = "T0231"

  // From one edition to the next
  case baseEdition = "T0240"
  case unknownPart = "T0241"
  case conflictingEdits = "T0242"
  case emptyEdit = "T0243"
  case changeWithoutReason = "T0244"
  case moveIntoItself = "T0245"
  case unknownChange = "T0246"
  case vanishedPart = "T0247"
  case splitWeights = "T0248"

  // Observations
  case csvSyntax = "T0301"
  case csvHeader = "T0302"
  case csvRagged = "T0303"
  case csvEncoding = "T0304"
  case notCSV = "T0305"
  case cellUnknownField = "T0310"
  case cellAmbiguousNumber = "T0311"
  case cellNotOfType = "T0312"
  case cellOutOfRange = "T0313"
  case cellWrongRung = "T0314"
  case cellDuplicate = "T0315"
  case cellID = "T0316"
  case entityUnknownParent = "T0317"
  case entityDuplicate = "T0318"
  case entityKind = "T0319"
  case csvTooLarge = "T0320"

  // Scoring
  case missingObservation = "T0401"
  case noScore = "T0402"
  case unknownEntity = "T0403"
  case publishedZone = "T0404"

  // Comparing
  case nothingInCommon = "T0501"
  case differentFamilies = "T0502"
  case onlyInOneYear = "T0503"

  // Files
  case fileUnreadable = "T0601"
  case editionNotFound = "T0602"
}
