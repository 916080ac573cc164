/// A template as flat code, together with all partials, parents and blocks that are known when it is loaded.
struct Program: Sendable {
    var code: [Instruction] = []
    /// All literal text; instructions take ranges of it.
    var text: [UInt8] = []
    /// Dotted names.
    var dotted: [Name] = []
    /// What calls are indented by.
    var indents: [Indent] = []
    var choices: [Choice] = []
    /// Where each instruction comes from, for errors.
    var places: [Place] = []

    /// Before each line: the caller's indentation if it is inherited, then blanks of its own.
    struct Indent: Sendable {
        var isInherited = false
        var blanks: [UInt8] = []
    }

    /// The programs that a dynamic name chooses among.
    struct Choice: Sendable {
        let programs: [String: Int]
        let indent: Indent
    }

    struct Place: Sendable {
        let template: Int
        let offset: Int
    }

    static func encodedIndex(ofDotted index: Int) -> Int32 { -2 - Int32(index) }

    /// The name that an instruction means.
    func name(_ encoded: Int32) -> Name { encoded < Name.top ? dotted[Int(-2 - encoded)] : Name(first: encoded) }
}
