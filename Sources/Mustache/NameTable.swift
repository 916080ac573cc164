import Synchronization

/// One small number for each name, the same in the whole process. Asked when a shape is made or a template is loaded,
/// so that a render compares numbers, never strings.
enum NameTable {
    private struct Names {
        var texts: [String] = []
        var numbers: [String: Int32] = [:]
    }

    private static let names = Mutex(Names())

    static func number(of name: String) -> Int32 {
        names.withLock { names in
            if let number = names.numbers[name] { return number }
            let number = Int32(names.texts.count)
            names.texts.append(name)
            names.numbers[name] = number
            return number
        }
    }

    /// The name behind a number, for errors.
    static func text(of number: Int32) -> String { names.withLock { $0.texts[Int(number)] } }
}
