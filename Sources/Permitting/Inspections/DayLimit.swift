/// Until when on a day something may be done online: before a time on the office's clock, or until the day ends.
public enum DayLimit: Sendable, Equatable {
    case before(TimeOfDay)
    case endOfDay

    /// Reads "16:00", and "24:00" for the day's end.
    public init?(text: String) {
        if text == "24:00" {
            self = .endOfDay
        } else if let time = TimeOfDay(text: text) {
            self = .before(time)
        } else {
            return nil
        }
    }

    public func isPast(at time: TimeOfDay) -> Bool {
        if case .before(let end) = self { return time >= end }
        return false
    }

    public func instant(on day: AgencyDay, _ clock: OfficeClock) -> Instant {
        switch self {
        case .before(let end): clock.instant(of: day, at: end)
        case .endOfDay: clock.instant(of: day.adding(days: 1), at: .midnight)
        }
    }
}
