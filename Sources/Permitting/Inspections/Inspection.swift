/// An inspection that was asked for, and what came of it.
public struct Inspection: Sendable, Equatable {
    public enum State: String, Sendable {
        case requested
        case passed
        case partial
        case failed
        case noAccess = "no access"
        case cancelled

        public var isActive: Bool { self == .requested }
    }

    public let id: Int
    public let permitID: Int
    public let type: String
    public let day: AgencyDay
    public let slot: String
    public let state: State
    public let inspector: String
    public let notes: String
    public let resultNotes: String
    /// The company, and who of it; empty where the office has it from elsewhere.
    public let requestedBy: String

    public init(
        id: Int, permitID: Int, type: String, day: AgencyDay, slot: String, state: State, inspector: String, notes: String,
        resultNotes: String, requestedBy: String = ""
    ) {
        self.id = id
        self.permitID = permitID
        self.type = type
        self.day = day
        self.slot = slot
        self.state = state
        self.inspector = inspector
        self.notes = notes
        self.resultNotes = resultNotes
        self.requestedBy = requestedBy
    }
}
