import Foundation

/// Lines for whoever started the program.
enum Console {
    static func say(_ text: String) { write(text + "\n", to: FileHandle.standardOutput) }
    static func complain(_ text: String) { write(text + "\n", to: FileHandle.standardError) }
    /// In the place of the terminal's last line (ECMA-48: carriage return, then erase to the line's end).
    static func overwrite(_ text: String) { write("\r\u{1B}[K" + text, to: FileHandle.standardError) }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// A terminal that went away is no reason to stop.
    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
