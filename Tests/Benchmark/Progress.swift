import Foundation

/// What is being done just now, for whoever waits; the figures come at the end, on standard output.
enum Progress {
    static func say(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }
}
