extension AgencyDay: RawRepresentable, CustomStringConvertible {
    /// ISO 8601, "2026-11-24": how days stand in the database and in date fields.
    public var rawValue: String {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else { return "\(year)-\(month)-\(day)" }  // no day that is written anywhere
        var rest = (year * 100 + month) * 100 + day
        return String(unsafeUninitializedCapacity: 10) { room in
            for place in (0..<10).reversed() {
                if place == 4 || place == 7 {
                    room[place] = UInt8(ascii: "-")
                } else {
                    room[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            return 10
        }
    }

    public init?(rawValue: String) {
        self.init(iso: rawValue.utf8)
    }

    /// Exactly ten bytes, "2026-11-24".
    public init?(iso bytes: some Collection<UInt8>) {
        guard bytes.count == 10 else { return nil }
        var numbers = [0, 0, 0]
        var part = 0
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                part += 1
            } else {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// "Tue, Nov 24, 2026": a day somebody has to keep.
    public var description: String {
        let (year, month, day) = civil
        return "\(Self.weekdays[weekday]), \(Self.months[month - 1]) \(day), \(year)"
    }

    /// "11/24/2026": a day in a table, as the guides print it.
    public var short: String {
        let (year, month, day) = civil
        return "\(month)/\(day)/\(year)"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
