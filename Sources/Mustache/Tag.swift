/// One tag as it stands in the source.
struct Tag {
    enum Kind {
        case escaped, raw, section, inverted, close, partial, parent, block
        /// Comments and delimiters: they leave nothing behind.
        case silent

        /// The character behind the opening delimiter says what a tag is; any other begins a name.
        init(sigil: UInt8) {
            switch sigil {
            case UInt8(ascii: "#"): self = .section
            case UInt8(ascii: "^"): self = .inverted
            case UInt8(ascii: "/"): self = .close
            case UInt8(ascii: ">"): self = .partial
            case UInt8(ascii: "<"): self = .parent
            case UInt8(ascii: "$"): self = .block
            case UInt8(ascii: "&"): self = .raw
            default: self = .escaped
            }
        }

        /// Where `*` means that a value names the template, and may stand apart from the name.
        var namesTemplate: Bool { self == .partial || self == .parent || self == .close }
    }

    let kind: Kind
    /// What it names, without blanks around it: "person.name", "Parts/Nav", "*kind"; empty for a silent tag.
    let name: String
    let range: Range<Int>
}
