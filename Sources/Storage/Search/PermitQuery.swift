/// What is asked of the permit search.
public struct PermitQuery: Sendable, Hashable {
    public enum Field: String, CaseIterable, Sendable {
        case any, number, address, contractor, description
    }

    public enum Operator: String, CaseIterable, Sendable {
        /// Every word of the value is, or begins, a word of the field. For numbers: the number, or what follows its first
        /// dash, begins so.
        case contains
        case beginsWith
        /// Letter case and what stands between words are forgiven.
        case equals
    }

    public var field: Field
    public var `operator`: Operator
    public var value: String
    public var order: SearchOrder
    public var limit: Int
    public var offset: Int

    public init(
        field: Field = .any, operator: Operator = .contains, value: String = "", order: SearchOrder = .newestFirst,
        limit: Int = 25, offset: Int = 0
    ) {
        self.field = field
        self.operator = `operator`
        self.value = value
        self.order = order
        self.limit = limit
        self.offset = offset
    }
}
