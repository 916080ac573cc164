/// What is wrong with a template, or with what it was given, and where.
public struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
    public let template: String
    /// Counted from 1; 0 when no line is to blame, as for a template that does not exist.
    public let line: Int
    /// Counted in Unicode scalars from 1.
    public let column: Int
    public let found: String
    public let expected: String

    public init(template: String, line: Int = 0, column: Int = 0, found: String, expected: String) {
        self.template = template
        self.line = line
        self.column = column
        self.found = found
        self.expected = expected
    }

    public var description: String {
        let place = line > 0 ? "\(template):\(line):\(column)" : template
        return "\(place): found \(found), expected \(expected)"
    }
}
