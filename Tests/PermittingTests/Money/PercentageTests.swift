import Permitting
import Testing

struct PercentageTests {
    @Test(arguments: [
        ("3", 102_398, 3_072), ("3", 105_898, 3_177), ("3", 3_500, 105), ("3", 0, 0), ("2.5", 20, 1), ("2.5", 19, 0),
        ("2.5", 60, 2),
        ("2.5", 100, 3), ("3", 16, 0), ("3", 17, 1), ("3", 50, 2), ("3", 49, 1), ("0.01", 5_000, 1), ("0.01", 4_999, 0),
        ("100", 105, 105),
        ("12.75", 9_999_999, 1_275_000), ("3", 99_999_999_999, 3_000_000_000),
    ])
    func `a share is rounded half up to the cent`(percent: String, cents: Int, share: Int) throws {
        let percentage = try #require(Percentage(text: percent))
        #expect(percentage.of(Money(cents: cents)) == Money(cents: share))
    }

    @Test(arguments: [("3", 300), ("2.5", 250), ("2.05", 205), ("12.75", 1_275), ("0", 0), ("100", 10_000), ("0.5", 50)])
    func `a percentage is read in hundredths`(text: String, basisPoints: Int) {
        #expect(Percentage(text: text) == Percentage(basisPoints: basisPoints))
    }

    @Test(arguments: [
        "", ".", "3.", ".5", "-3", "+3", "3%", " 3", "3,5", "3.555", "101", "1e1", "３", "3.5.5", "99999999999999999999",
    ])
    func `what is no percentage is refused`(text: String) {
        #expect(Percentage(text: text) == nil)
    }
}
