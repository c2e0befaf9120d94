/// The tables of a results database. Their names and columns are an interface: `user_version` tells which.
///
/// A column `.._scaled` holds units of the last published decimal: divided by 10 to the power of `places` it is the figure. `.._e6` holds
/// millionths, half up. `.._exact` holds the reduced fraction as text. The views show both kinds as decimal text.
public enum ResultSchema {
  /// The number by which `file` and others know a database of timbang: `TMBG`.
  public static let applicationID = 0x544D_4247
  /// The version of the tables and columns.
  public static let version = 1

  /// The statements that make the tables and views.
  public static let statements = """
    CREATE TABLE run(run_id INTEGER PRIMARY KEY, tool_version TEXT NOT NULL, rules_id TEXT NOT NULL, edition TEXT NOT NULL,
      title_id TEXT NOT NULL, title_en TEXT NOT NULL, status TEXT NOT NULL, provenance TEXT NOT NULL, places INTEGER NOT NULL,
      scoring_digest TEXT NOT NULL, document_digest TEXT NOT NULL REFERENCES ruleset_text(document_digest),
      data_digest TEXT NOT NULL) STRICT;
    CREATE TABLE data_file(run_id INTEGER NOT NULL REFERENCES run(run_id), position INTEGER NOT NULL, file TEXT NOT NULL,
      row_count INTEGER NOT NULL, PRIMARY KEY(run_id, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE ruleset_text(document_digest TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL) STRICT;
    CREATE TABLE zone_step(run_id INTEGER NOT NULL REFERENCES run(run_id), position INTEGER NOT NULL, zone TEXT NOT NULL,
      colour TEXT NOT NULL,
      label_id TEXT NOT NULL, label_en TEXT NOT NULL, from_exact TEXT NOT NULL, PRIMARY KEY(run_id, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE part(run_id INTEGER NOT NULL REFERENCES run(run_id), part_id TEXT NOT NULL, position INTEGER NOT NULL, parent_id TEXT,
      label_id TEXT NOT NULL, label_en TEXT NOT NULL, weight_exact TEXT NOT NULL, provenance TEXT NOT NULL,
      PRIMARY KEY(run_id, part_id)) STRICT, WITHOUT ROWID;
    CREATE TABLE institution(institution_id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, kind TEXT, province TEXT)
      STRICT, WITHOUT ROWID;
    CREATE TABLE unit(institution_id TEXT NOT NULL REFERENCES institution(institution_id), unit_id TEXT NOT NULL, name TEXT NOT NULL,
      kind TEXT,
      PRIMARY KEY(institution_id, unit_id)) STRICT, WITHOUT ROWID;
    CREATE TABLE score(run_id INTEGER NOT NULL REFERENCES run(run_id), institution_id TEXT NOT NULL REFERENCES institution(institution_id),
      total_scaled INTEGER NOT NULL, total_exact TEXT NOT NULL, colour TEXT, zone TEXT,
      PRIMARY KEY(run_id, institution_id)) STRICT, WITHOUT ROWID;
    CREATE TABLE unit_score(run_id INTEGER NOT NULL REFERENCES run(run_id), institution_id TEXT NOT NULL, unit_id TEXT NOT NULL,
      total_scaled INTEGER NOT NULL, total_exact TEXT NOT NULL, colour TEXT, zone TEXT, counts INTEGER NOT NULL,
      PRIMARY KEY(run_id, institution_id, unit_id), FOREIGN KEY(institution_id, unit_id) REFERENCES unit(institution_id, unit_id)) STRICT,
      WITHOUT ROWID;
    CREATE TABLE part_score(run_id INTEGER NOT NULL REFERENCES run(run_id),
      institution_id TEXT NOT NULL REFERENCES institution(institution_id),
      rung TEXT NOT NULL, entity TEXT NOT NULL, part_id TEXT NOT NULL, value_e6 INTEGER NOT NULL, value_exact TEXT NOT NULL,
      PRIMARY KEY(run_id, entity, part_id), FOREIGN KEY(run_id, part_id) REFERENCES part(run_id, part_id)) STRICT, WITHOUT ROWID;
    CREATE TABLE flag(run_id INTEGER NOT NULL REFERENCES run(run_id), institution_id TEXT NOT NULL REFERENCES institution(institution_id),
      flag TEXT NOT NULL,
      label_id TEXT NOT NULL, label_en TEXT NOT NULL, value INTEGER, PRIMARY KEY(run_id, institution_id, flag)) STRICT, WITHOUT ROWID;
    CREATE TABLE missing(run_id INTEGER NOT NULL REFERENCES run(run_id),
      institution_id TEXT NOT NULL REFERENCES institution(institution_id),
      entity TEXT NOT NULL, field TEXT NOT NULL, label_id TEXT NOT NULL, label_en TEXT NOT NULL, part_id TEXT NOT NULL,
      policy TEXT NOT NULL) STRICT;
    CREATE TABLE not_surveyed(run_id INTEGER NOT NULL REFERENCES run(run_id),
      institution_id TEXT NOT NULL REFERENCES institution(institution_id),
      entity TEXT NOT NULL, rung TEXT NOT NULL, parts TEXT NOT NULL, PRIMARY KEY(run_id, entity, rung)) STRICT, WITHOUT ROWID;
    CREATE TABLE comparison(comparison_id INTEGER PRIMARY KEY, from_run INTEGER NOT NULL REFERENCES run(run_id),
      to_run INTEGER NOT NULL REFERENCES run(run_id), path TEXT NOT NULL, places INTEGER NOT NULL) STRICT;
    CREATE TABLE change(institution_id TEXT PRIMARY KEY NOT NULL REFERENCES institution(institution_id), from_scaled INTEGER,
      from_colour TEXT,
      from_zone TEXT, to_scaled INTEGER, to_colour TEXT, to_zone TEXT, change_scaled INTEGER, change_exact TEXT, zone_cause TEXT,
      not_explained TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE explain_step(institution_id TEXT NOT NULL REFERENCES institution(institution_id), step INTEGER NOT NULL,
      block TEXT NOT NULL,
      label_id TEXT NOT NULL, label_en TEXT NOT NULL, amount_scaled INTEGER NOT NULL, amount_exact TEXT NOT NULL,
      after_scaled INTEGER NOT NULL, lowest_exact TEXT, highest_exact TEXT, PRIMARY KEY(institution_id, step)) STRICT, WITHOUT ROWID;
    CREATE TABLE explain_line(institution_id TEXT NOT NULL REFERENCES institution(institution_id), step INTEGER NOT NULL,
      line INTEGER NOT NULL,
      cause TEXT NOT NULL, label_id TEXT NOT NULL, label_en TEXT NOT NULL, amount_scaled INTEGER NOT NULL, amount_exact TEXT NOT NULL,
      newly_measured INTEGER NOT NULL, provenance TEXT, PRIMARY KEY(institution_id, step, line)) STRICT, WITHOUT ROWID;
    CREATE TABLE assumption(institution_id TEXT NOT NULL REFERENCES institution(institution_id), number INTEGER NOT NULL,
      assumption TEXT NOT NULL,
      what TEXT NOT NULL, text_id TEXT NOT NULL, text_en TEXT NOT NULL, PRIMARY KEY(institution_id, number)) STRICT, WITHOUT ROWID;
    CREATE VIEW v_score AS SELECT r.run_id, r.rules_id, i.institution_id, i.name, i.kind, i.province,
      \(decimal("s.total_scaled", "r.places")) AS total, s.total_exact, s.colour, s.zone
      FROM score s JOIN run r USING(run_id) JOIN institution i USING(institution_id);
    CREATE VIEW v_unit_score AS SELECT r.run_id, r.rules_id, s.institution_id, s.unit_id, u.name, u.kind,
      \(decimal("s.total_scaled", "r.places")) AS total, s.total_exact, s.colour, s.zone, s.counts
      FROM unit_score s JOIN run r USING(run_id) JOIN unit u USING(institution_id, unit_id);
    CREATE VIEW v_part_score AS SELECT s.run_id, s.institution_id, s.rung, s.entity, s.part_id, p.label_id, p.label_en, p.weight_exact,
      \(decimal("s.value_e6", "6")) AS value, s.value_exact FROM part_score s JOIN part p USING(run_id, part_id);
    CREATE VIEW v_change AS SELECT c.institution_id, i.name, i.kind, i.province, \(decimal("c.from_scaled", "k.places")) AS from_total,
      c.from_colour, \(decimal("c.to_scaled", "k.places")) AS to_total, c.to_colour, \(decimal("c.change_scaled", "k.places")) AS change,
      c.zone_cause, c.not_explained FROM change c JOIN institution i USING(institution_id) JOIN comparison k;
    CREATE VIEW v_explain_step AS SELECT s.institution_id, i.name, s.step, s.block, s.label_id, s.label_en,
      \(decimal("s.amount_scaled", "k.places")) AS amount, \(decimal("s.after_scaled", "k.places")) AS after
      FROM explain_step s JOIN institution i USING(institution_id) JOIN comparison k;
    CREATE VIEW v_explain_line AS SELECT l.institution_id, i.name, l.step, l.line, l.cause, l.label_id, l.label_en,
      \(decimal("l.amount_scaled", "k.places")) AS amount, l.newly_measured, l.provenance
      FROM explain_line l JOIN institution i USING(institution_id) JOIN comparison k;
    """

  /// The table in which the rows of a table of results go; nil for what the database says elsewhere.
  static func table(of results: String) -> String? {
    switch results {
    case "scores": "score"
    case "units": "unit_score"
    case "parts": "part_score"
    case "flags": "flag"
    case "missing": "missing"
    case "not_surveyed": "not_surveyed"
    case "changes": "change"
    case "steps": "explain_step"
    case "lines": "explain_line"
    case "assumptions": "assumption"
    default: nil
    }
  }

  /// The decimal text of a scaled whole number: no floating point on the way.
  private static func decimal(_ column: String, _ places: String) -> String {
    let digits = "substr('0000000000000', 1, \(places) + 1 - min(\(places) + 1, length(abs(\(column))))) || abs(\(column))"
    return "CASE WHEN \(column) < 0 THEN '-' ELSE '' END || CASE WHEN \(places) = 0 THEN abs(\(column))"
      + " ELSE substr(\(digits), 1, length(\(digits)) - \(places)) || '.' || substr(\(digits), -\(places)) END"
  }
}
