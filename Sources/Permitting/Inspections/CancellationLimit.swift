/// Until when a requested inspection can be cancelled online: on its own day, or on one before it.
public struct CancellationLimit: Sendable, Equatable {
    public let daysBefore: Int
    public let limit: DayLimit

    public init(daysBefore: Int, limit: DayLimit) {
        self.daysBefore = daysBefore
        self.limit = limit
    }

    /// The day on which it ends for an inspection on that day.
    public func lastDay(for day: AgencyDay) -> AgencyDay { day.adding(days: -daysBefore) }
}
