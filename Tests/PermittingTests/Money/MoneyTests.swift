import Permitting
import Testing

struct MoneyTests {
    @Test(arguments: [
        (0, "$0.00"), (1, "$0.01"), (99, "$0.99"), (100, "$1.00"), (6_500, "$65.00"), (99_999, "$999.99"), (100_000, "$1,000.00"),
        (105_470, "$1,054.70"), (123_456_789_012, "$1,234,567,890.12"), (-500, "-$5.00"), (-1, "-$0.01"),
        (-123_456, "-$1,234.56"),
        (Int.max, "$92,233,720,368,547,758.07"), (Int.min, "-$92,233,720,368,547,758.08"),
    ])
    func `an amount is written with dollars, commas and cents`(cents: Int, text: String) {
        #expect(Money(cents: cents).description == text)
    }

    @Test(arguments: [
        ("0", 0), ("65", 6_500), ("65.00", 6_500), ("$65.00", 6_500), ("0.07", 7), ("1023.98", 102_398), ("1,023.98", 102_398),
        ("$1,306.04", 130_604), ("1,234,567", 123_456_700), ("007.50", 750), ("999999999.99", 99_999_999_999),
    ])
    func `an amount is read as people write it`(text: String, cents: Int) {
        #expect(Money(text: text) == Money(cents: cents))
    }

    @Test(arguments: [
        "", "$", "$$5", "-5", "+5", " 5", "5 ", "5.", "5.0", "5.000", ".50", "5.0.0", "1,2", "1,,000", "1,0000", "10,00.00",
        ",100",
        "1,000,", "5,", "five", "5e2", "0x5", "５", "5\u{0}", "1.000,00", "1000000000.00", "9999999999999999999999", "NaN",
    ])
    func `what is no amount of dollars and cents is refused`(text: String) {
        #expect(Money(text: text) == nil)
    }

    @Test func `every amount below a thousand dollars reads back as it was written`() {
        for cents in 0..<100_000 where cents % 7 == 0 {
            #expect(Money(text: Money(cents: cents).description) == Money(cents: cents))
        }
    }

    @Test func `amounts add up to the cent`() {
        let fees = ["96.00", "65.08", "650.75", "35.00", "130.15", "47.00"].compactMap { Money(text: $0) }
        #expect(fees.count == 6)
        #expect(fees.sum == Money(cents: 102_398))
        #expect([Money]().sum == .zero)
        #expect(Money(cents: 5) - Money(cents: 7) == Money(cents: -2))
        var total = Money(cents: 1)
        total += Money(cents: 2)
        #expect(total == Money(cents: 3))
    }

    @Test func `amounts compare by their cents`() {
        #expect(Money(cents: -1) < .zero)
        #expect(Money(cents: 100) < Money(cents: 101))
        #expect(Money.zero.isZero && !Money(cents: 1).isZero)
    }
}
