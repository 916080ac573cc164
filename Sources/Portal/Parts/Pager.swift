import Mustache

/// The pages of a list; nil where one page holds it all.
struct Pager: Sendable {
    struct Step: Sendable {
        let number: String
        let address: String
        let isCurrent: Bool
        let isGap: Bool
    }

    let label: String
    let range: String
    let previous: String?
    let next: String?
    let steps: [Step]

    /// `page` counts from 1; `address` is that of any page.
    init?(of what: String, page: Int, size: Int, total: Int, address: (Int) -> String) {
        let pages = (total + size - 1) / size
        guard pages > 1 else { return nil }
        let current = min(max(1, page), pages)
        label = "Pages of \(what)"
        range = "\((current - 1) * size + 1)–\(min(current * size, total)) of \(total)"
        previous = current > 1 ? address(current - 1) : nil
        next = current < pages ? address(current + 1) : nil
        var steps: [Step] = []
        var last = 0
        for number in [1, current - 1, current, current + 1, pages] where number > last && number <= pages {
            if number > last + 1 { steps.append(Step(number: "", address: "", isCurrent: false, isGap: true)) }
            steps.append(Step(number: String(number), address: address(number), isCurrent: number == current, isGap: false))
            last = number
        }
        self.steps = steps
    }

    private static let shape = Shape("label", "range", "previous", "next", "pages")
    private static let stepShape = Shape("number", "address", "isCurrent", "isGap")

    var value: Value {
        Self.shape(
            .text(label), .text(range), .optional(previous), .optional(next),
            .list(steps.map { Self.stepShape(.text($0.number), .text($0.address), .flag($0.isCurrent), .flag($0.isGap)) }))
    }
}
