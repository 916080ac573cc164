import Permitting
import Testing

struct TimeOfDayTests {
    @Test(arguments: [
        ("00:00", "12:00 AM"), ("00:05", "12:05 AM"), ("07:00", "7:00 AM"), ("11:59", "11:59 AM"), ("12:00", "12:00 PM"),
        ("12:30", "12:30 PM"), ("13:00", "1:00 PM"), ("16:00", "4:00 PM"), ("23:59", "11:59 PM"),
    ])
    func `a time of the file is written as a clock shows it`(text: String, shown: String) {
        #expect(TimeOfDay(text: text)?.description == shown)
    }

    @Test(arguments: [
        "", "7:00", "07:0", "24:00", "07:60", "0700", "07.00", "-7:00", "+7:00", "07:00 ", "７7:00", "ab:cd", "07:00:00",
    ])
    func `what is no time is refused`(text: String) {
        #expect(TimeOfDay(text: text) == nil)
    }

    @Test func `every minute of the day is there once, in order`() {
        let times = (0..<24).flatMap { hour in (0..<60).compactMap { TimeOfDay(hour: hour, minute: $0) } }
        #expect(times.count == 1_440)
        #expect(Set(times.map(\.description)).count == 1_440)
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
        #expect(times.first == .midnight)
        #expect(
            TimeOfDay(hour: 24, minute: 0) == nil && TimeOfDay(hour: -1, minute: 0) == nil
                && TimeOfDay(hour: 0, minute: 60) == nil)
    }
}
