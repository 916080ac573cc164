import Mustache

/// A term and what is known of it: a permit's status, a receipt's date.
struct Fact: Sendable {
    let label: String
    let text: String
    var address: String?
    var tone: String?

    init(_ label: String, _ text: String, address: String? = nil, tone: String? = nil) {
        self.label = label
        self.text = text
        self.address = address
        self.tone = tone
    }

    private static let shape = Shape("label", "text", "address", "tone", "change")
    var value: Value { Self.shape(.text(label), .text(text), .optional(address), .optional(tone), .nothing) }
}
