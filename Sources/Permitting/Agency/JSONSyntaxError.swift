/// Where a text stops being JSON, and why.
struct JSONSyntaxError: Error {
    let line: Int
    let column: Int
    let reason: String
}
