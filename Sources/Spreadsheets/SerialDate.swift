/// Days and times as spreadsheets count them, written as ISO 8601 writes them.
enum SerialDate {
  /// The last second of the year 9999, in days from the end of 1899.
  private static let last = 2_958_466.0

  /// Returns `2022-08-16`, `2022-08-16T13:45:00` or, below one day, `13:45:00`; nil for what spreadsheets cannot show either.
  static func text(_ serial: Double, countsFrom1904: Bool) -> String? {
    guard serial >= 0, serial < last else { return nil }
    var days = Int(serial.rounded(.down))
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    if days == 0, !countsFrom1904 { return time(seconds) }
    let day = countsFrom1904 ? iso(days + 1462) : days == 60 ? "1900-02-29" : iso(days < 60 ? days + 1 : days)
    return seconds == 0 ? day : "\(day)T\(time(seconds))"
  }

  /// Returns a length of time, `37:30:00`; nil if it is longer than what spreadsheets show.
  static func duration(_ serial: Double) -> String? {
    guard serial >= 0, serial < last else { return nil }
    return time(Int((serial * 86_400).rounded()))
  }

  private static func time(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { two($0) }.joined(separator: ":")
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  /// The day so many days after 1899-12-30, in the Gregorian calendar.
  private static func iso(_ days: Int) -> String {
    // Days from 0000-03-01, so that a leap day ends its year: 1899-12-30 is day 693,899.
    let day = days + 693_899
    let era = day / 146_097
    let ofEra = day % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    let digits = String(year)
    return String(repeating: "0", count: 4 - digits.count) + digits + "-" + two(month < 10 ? month + 3 : month - 9) + "-"
      + two(ofYear - (153 * month + 2) / 5 + 1)
  }
}
