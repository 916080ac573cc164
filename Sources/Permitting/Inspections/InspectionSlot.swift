/// A window of the day in which the office inspects, with the places it has.
public struct InspectionSlot: Sendable, Equatable {
    public let name: String
    public let begins: TimeOfDay
    public let ends: TimeOfDay
    public let capacity: Int

    public init(name: String, begins: TimeOfDay, ends: TimeOfDay, capacity: Int) {
        self.name = name
        self.begins = begins
        self.ends = ends
        self.capacity = capacity
    }

    /// "AM (8:00 AM to 12:00 PM)"
    public var label: String { "\(name) (\(begins) to \(ends))" }
}
