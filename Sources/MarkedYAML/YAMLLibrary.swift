internal import CLibYAML

/// The version of libyaml that is linked, such as `0.2.5`.
public var yamlLibraryVersion: String { String(cString: yaml_get_version_string()) }
