import Foundation

/// The project's own files, for tests of what ships with the program: agency files, templates, sources.
public enum ProjectFolder {
    public static let path = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    public static func file(_ name: String) -> String { path + "/" + name }
}
