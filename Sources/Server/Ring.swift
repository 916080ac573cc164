/// First in, first out, in constant time: an array whose front moves instead of its elements.
struct Ring<Element> {
    private var slots: [Element?] = []
    private var first = 0
    private(set) var count = 0

    mutating func append(_ element: Element) {
        if count == slots.count { grow() }
        slots[(first + count) % slots.count] = element
        count += 1
    }

    mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        defer {
            slots[first] = nil
            first = (first + 1) % slots.count
            count -= 1
        }
        return slots[first]
    }

    private mutating func grow() {
        slots = Array(slots[first...] + slots[..<first]) + Array(repeating: nil, count: max(16, slots.count))
        first = 0
    }
}
