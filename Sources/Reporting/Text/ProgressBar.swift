/// A bar that shows how much of a run is done: `[#######-------------] 612/1612`.
public func progressBar(_ done: Int, of count: Int, width: Int = 20) -> String {
  let filled = count > 0 ? min(width, max(0, done * width / count)) : width
  return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled) + "] \(done)/\(count)"
}
