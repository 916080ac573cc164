import Mustache

/// A page's view model: finished text for its template. `sample` is rendered strictly by a test, so that a misspelt name fails
/// there and not before a visitor.
protocol Page: Sendable {
    static var template: String { get }
    static var sample: Self { get }
    var value: Value { get }
    /// What stands under "There is a problem".
    var faults: [Fault] { get }
    /// A page for the office's own people, with their frame.
    var isOffice: Bool { get }
    var notice: Notice? { get }
}

extension Page {
    var faults: [Fault] { [] }
    var isOffice: Bool { false }
    var notice: Notice? { nil }
}
