/// When the office inspects, and what.
public struct AgencyInspections: Sendable {
    public let latestDaysAhead: Int
    public let slots: [InspectionSlot]
    /// Requests that come later in the day are a working day later at the earliest.
    public let requestUntil: DayLimit
    public let cancelUntil: CancellationLimit
    /// Whether a re-inspection fee has to be paid before the permit's next request.
    public let unpaidReinspectionFeeBlocks: Bool
    /// What else people should know when they ask for an inspection, in the office's words.
    public let remarks: [String]
    public let holidays: Set<AgencyDay>
    /// By permit type; "*" stands for every type that is not named.
    private let types: [String: [InspectionType]]

    public func types(for permitType: String) -> [InspectionType] {
        types[permitType.uppercased()] ?? types["*"] ?? []
    }

    public func isWorkingDay(_ day: AgencyDay) -> Bool { !day.isWeekend && !holidays.contains(day) }

    init(_ object: AgencyFileObject) throws {
        latestDaysAhead = try object.number("latestDaysAhead", in: 1...90)
        slots = try object.list("slots", InspectionSlot.init)
        guard !slots.isEmpty else { throw object.error("slots", "there is no slot to choose") }
        guard Set(slots.map(\.name)).count == slots.count else { throw object.error("slots", "two slots have one name") }
        for (one, other) in zip(slots, slots.dropFirst()) where other.begins < one.ends {
            throw object.error("slots", "\(other.name) begins at \(other.begins), before \(one.name) has ended at \(one.ends)")
        }
        requestUntil = try object.parsed("requestUntil", as: DayLimit.example, DayLimit.init(text:))
        cancelUntil = try object.object("cancelUntil", CancellationLimit.init)
        unpaidReinspectionFeeBlocks = try object.flag("unpaidReinspectionFeeBlocks")
        remarks = try object.texts("remarks")
        holidays = Set(
            try object.texts("holidays").map { text in
                guard let day = AgencyDay(rawValue: text) else {
                    throw object.error("holidays", "\"\(text)\" is no day such as 2026-12-25")
                }
                return day
            })
        types = try object.object("types") { types in
            var read: [String: [InspectionType]] = [:]
            for permitType in types.keys {
                let list = try types.list(permitType, InspectionType.init)
                try Self.check(list) { types.error(permitType, $0) }
                guard read.updateValue(list, forKey: permitType.uppercased()) == nil else {
                    throw types.error(permitType, "this type stands here twice, in different letter case")
                }
            }
            return read
        }
    }

    /// Each type once, and after types that stand before it in the list: so no circle is possible.
    private static func check(_ list: [InspectionType], error: (String) -> AgencyFileError) throws {
        var seen: Set<String> = []
        for type in list {
            if let missing = type.after.first(where: { !seen.contains($0) }) {
                throw error("\"\(type.name)\" comes after \"\(missing)\", which does not stand before it")
            }
            guard seen.insert(type.name).inserted else { throw error("\"\(type.name)\" stands here twice") }
        }
    }
}

extension DayLimit {
    fileprivate static let example = "a time such as 16:00, or 24:00 for the end of the day,"
}

extension CancellationLimit {
    init(_ object: AgencyFileObject) throws {
        self.init(
            daysBefore: try object.number("daysBefore", in: 0...30),
            limit: try object.parsed("time", as: DayLimit.example, DayLimit.init(text:)))
    }
}

extension InspectionSlot {
    init(_ object: AgencyFileObject) throws {
        let begins = try object.parsed("begins", as: "a time such as 08:30", TimeOfDay.init(text:))
        let ends = try object.parsed("ends", as: "a time such as 12:00", TimeOfDay.init(text:))
        guard begins < ends else { throw object.error("ends", "the slot ends at \(ends), before it begins at \(begins)") }
        self.init(
            name: try object.text("name"), begins: begins, ends: ends, capacity: try object.number("capacity", in: 1...10_000))
    }
}

extension InspectionType {
    init(_ object: AgencyFileObject) throws {
        self.init(name: try object.text("name"), after: try object.texts("after"))
    }
}
