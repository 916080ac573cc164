/// Which inspections may be asked for, and when. Pure: everything it needs is passed in.
public struct InspectionRules: Sendable {
    public let agency: Agency
    public let today: AgencyDay
    private let time: TimeOfDay

    public init(agency: Agency, now: Instant) {
        self.agency = agency
        today = agency.clock.day(of: now)
        time = agency.clock.time(of: now)
    }

    /// Whether the permit as a whole allows a request. This is what a dashboard shows in place of "Request".
    public func refusal(permit: PermitSummary, reinspectionBalance: Money) -> InspectionRefusal? {
        switch permit.status.state {
        case .pending, .ready: return .notIssued(status: permit.status.word)
        case .finaled, .cancelled, .unknown: return .closed(status: permit.status.word)
        case .expired: return .expired(on: permit.expiresOn)
        case .active: break
        }
        if permit.isExpired(on: today) { return .expired(on: permit.expiresOn) }
        if reinspectionBalance > .zero && agency.inspections.unpaidReinspectionFeeBlocks {
            return .reinspectionFeeUnpaid(balance: reinspectionBalance)
        }
        if agency.inspections.types(for: permit.type).isEmpty { return .noTypes(permitType: permit.type) }
        return nil
    }

    /// Every type this permit needs, with the reason where it cannot be asked for now.
    public func offers(permitType: String, inspections: [Inspection]) -> [(type: InspectionType, refusal: InspectionRefusal?)] {
        agency.inspections.types(for: permitType).map { type in
            (type, refusal(type: type, inspections: inspections))
        }
    }

    private func refusal(type: InspectionType, inspections: [Inspection]) -> InspectionRefusal? {
        let mine = inspections.filter { $0.type == type.name }
        if mine.contains(where: { $0.state == .passed }) { return .alreadyPassed }
        if let waiting = mine.first(where: \.state.isActive) { return .alreadyRequested(day: waiting.day, slot: waiting.slot) }
        let missing = type.after.filter { name in !inspections.contains { $0.type == name && $0.state == .passed } }
        return missing.isEmpty ? nil : .needsFirst(missing)
    }

    /// The days that may be chosen now: working days up to the agency's latest, from the next one or, late in the day, the one
    /// after it.
    public var openDays: [AgencyDay] {
        let days = (1...agency.inspections.latestDaysAhead).map(today.adding(days:)).filter(agency.inspections.isWorkingDay)
        return isLate ? Array(days.dropFirst()) : days
    }

    /// Whether it is too late today to ask for the next working day.
    public var isLate: Bool { agency.inspections.requestUntil.isPast(at: time) }

    /// The last word before a request is saved; `taken` are the places already booked in that slot of that day.
    public func check(
        type name: String, day: AgencyDay, slot slotName: String, permitType: String, inspections: [Inspection],
        taken: (AgencyDay, InspectionSlot) throws -> Int
    ) throws {
        guard let offer = offers(permitType: permitType, inspections: inspections).first(where: { $0.type.name == name }) else {
            throw InspectionRefusal.unknownType(name)
        }
        if let refusal = offer.refusal { throw refusal }
        guard openDays.contains(day) else { throw InspectionRefusal.dayNotOpen(day) }
        guard let slot = agency.inspections.slots.first(where: { $0.name == slotName }) else {
            throw InspectionRefusal.unknownSlot(slotName)
        }
        guard try taken(day, slot) < slot.capacity else { throw InspectionRefusal.full(day: day, slot: slot.label) }
    }

    /// Until when a request can be cancelled online.
    public func cancelUntil(_ day: AgencyDay) -> Instant {
        let cancelUntil = agency.inspections.cancelUntil
        return cancelUntil.limit.instant(on: cancelUntil.lastDay(for: day), agency.clock)
    }
}
