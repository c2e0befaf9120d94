/// The version of timbang.
public let timbangVersion = "0.1.0"
