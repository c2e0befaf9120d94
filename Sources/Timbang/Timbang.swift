@_exported public import Comparison
@_exported public import Observations
@_exported public import Reporting
@_exported public import RuleDiagnostics
@_exported public import RuleLoading
@_exported public import RuleModel
@_exported public import RuleTesting
@_exported public import Scoring
