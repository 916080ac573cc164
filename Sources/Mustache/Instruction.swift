/// Text to copy, then an act: the two alternate nearly everywhere, so one step does both.
struct Instruction: Sendable {
    enum Act: UInt8 {
        /// Only the text.
        case none
        /// `{{name}}`, `{{{name}}}`.
        case escaped, raw
        /// To `target`, behind its `leave`, unless the name's value is present; it goes onto the context stack.
        case section
        /// Takes a section's value off the context stack.
        case leave
        /// To `target` if the name's value is present.
        case inverted
        /// Copies the indentation that the caller passed.
        case indent
        /// Runs program `name`, indented by `indents[target]`.
        case call
        /// Runs the program that the value of the name chooses by `choices[target]`.
        case choose
    }

    let textStart: UInt32
    let textCount: UInt32
    /// A name's number, `Name.top`, or for dotted names -2 and down: see `Program.name(_:)`.
    let name: Int32
    var target: Int32
    let act: Act
}
