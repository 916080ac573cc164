/// One reviewer's look at the plans.
public struct Review: Sendable {
    public let id: Int
    public let type: String
    public let reviewer: String
    public let submittedOn: AgencyDay
    public let completedOn: AgencyDay?
    public let status: String
    public let notes: String

    public init(
        id: Int, type: String, reviewer: String, submittedOn: AgencyDay, completedOn: AgencyDay?, status: String, notes: String
    ) {
        self.id = id
        self.type = type
        self.reviewer = reviewer
        self.submittedOn = submittedOn
        self.completedOn = completedOn
        self.status = status
        self.notes = notes
    }
}
