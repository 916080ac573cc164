/// A kind of inspection that a type of permit needs, and those that must have passed before it.
public struct InspectionType: Sendable, Equatable {
    public let name: String
    public let after: [String]

    public init(name: String, after: [String]) {
        self.name = name
        self.after = after
    }
}
