import Foundation

/// The wall clock of the permit office: which day and time an instant is there.
public struct OfficeClock: Sendable {
    public let zone: TimeZone

    /// nil where the zone is unknown: a portal that quietly ran its deadlines in GMT would be worse than none.
    public init?(zone identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    public func day(of instant: Instant) -> AgencyDay {
        AgencyDay(ordinal: Self.floored(local(instant), by: 86_400))
    }

    public func time(of instant: Instant) -> TimeOfDay {
        let seconds = local(instant)
        let minutes = (seconds - Self.floored(seconds, by: 86_400) * 86_400) / 60
        return TimeOfDay(hour: minutes / 60, minute: minutes % 60) ?? .midnight
    }

    /// The instant at which the office's clock shows that time on that day; of a time that comes twice when summer ends,
    /// the first; for one that is left out when it begins, the moment of the change.
    public func instant(of day: AgencyDay, at time: TimeOfDay) -> Instant {
        let wall = day.ordinal * 86_400 + time.minutes * 60
        let before = offset(at: Instant(wall - 86_400))
        let after = offset(at: Instant(wall + 86_400))
        let early = Instant(wall - max(before, after))
        let late = Instant(wall - min(before, after))
        if offset(at: early) == max(before, after) { return early }
        if offset(at: late) == min(before, after) { return late }
        return change(between: early, and: late)
    }

    /// The first instant with the offset that holds at `late`, where another holds at `early`.
    private func change(between early: Instant, and late: Instant) -> Instant {
        var (before, after) = (early.seconds, late.seconds)
        let new = offset(at: late)
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if offset(at: Instant(middle)) == new { after = middle } else { before = middle }
        }
        return Instant(after)
    }

    /// "Sat, Nov 21, 2026, 3:05 PM": on receipts and prints.
    public func text(_ instant: Instant) -> String {
        "\(day(of: instant)), \(time(of: instant))"
    }

    private func local(_ instant: Instant) -> Int { instant.seconds + offset(at: instant) }

    private func offset(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds)))
    }

    private static func floored(_ value: Int, by unit: Int) -> Int {
        value >= 0 ? value / unit : -((unit - 1 - value) / unit)
    }
}

extension TimeOfDay {
    public static let midnight = TimeOfDay(minutes: 0)
    init(minutes: Int) { self.minutes = minutes }
}
