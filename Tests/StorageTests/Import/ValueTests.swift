import Testing

@testable import Storage

struct ValueTests {
    private func double(_ text: String) -> Double? { Array(text.utf8).withUnsafeBufferPointer { PlainNumber.double($0) } }
    private func cents(_ text: String) -> Int? { Array(text.utf8).withUnsafeBufferPointer { PlainNumber.cents($0) } }
    private func day(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        switch bytes.withUnsafeBufferPointer({ ImportedDay.read($0) }) {
        case .asStored: return String(decoding: bytes.prefix(10), as: UTF8.self)
        case .other(let day): return day.rawValue
        case nil: return nil
        }
    }

    @Test(arguments: [
        "0", "1678", "-97.70420993", "51.12736095642616", "-113.93417287574859", ".5", "5.", "0.1", "123456789012345",
    ])
    func `decimals are read to the nearest number`(text: String) {
        #expect(double(text) == Double(text.hasSuffix(".") ? text + "0" : text))
    }

    @Test(arguments: [
        "", "-", ".", "-.", "1e5", "inf", "nan", "0x10", "+5", "1,000", "1.2.3", "5-", " 5", "１", "1234567890123456",
    ])
    func `what is no plain number is refused`(text: String) {
        #expect(double(text) == nil)
        #expect(cents(text) == nil)
    }

    @Test func `amounts become whole cents, to the nearest`() {
        #expect(cents("246089.8") == 24_608_980)
        #expect(cents("96078") == 9_607_800)
        #expect(cents("0.005") == 1)
        #expect(cents("0.0049") == 0)
        #expect(cents("-12.345") == -1_235)
        #expect(cents("999999999.99") == 99_999_999_999)
        #expect(cents("1000000000") == nil)
    }

    @Test(arguments: [0, 1678, -97.70420993, 51.12736095642616, 1e-7, -2.5e-10, 123456789012345, 1e16, 1.5e17, 0.1])
    func `a number is written so that it reads back the same, without exponent`(number: Double) {
        let text = PlainNumber.text(number)
        #expect(!text.contains("e"))
        #expect(Double(text) == number)
    }

    @Test func `amounts are written with two decimals`() {
        #expect(PlainNumber.text(cents: 24_608_980) == "246089.80")
        #expect(PlainNumber.text(cents: -5) == "-0.05")
        #expect(PlainNumber.text(cents: .min) == "-92233720368547758.08")
    }

    @Test func `days are read in the ways data files write them`() {
        #expect(day("2013-07-08") == "2013-07-08")
        #expect(day("2013-07-08T00:00:00.000") == "2013-07-08")
        #expect(day("2013-07-08 14:30:00") == "2013-07-08")
        #expect(day("7/8/2013") == "2013-07-08")
        #expect(day("07/08/2013 12:00:00") == "2013-07-08")
        #expect(day("2024-02-29") == "2024-02-29")
    }

    @Test(arguments: [
        "2023-02-29", "2013-13-01", "2013-00-10", "0000-01-01", "2013-7-8", "2013-07-08x", "2013-07-08T", "2013-07-08Tnoon",
        "13/1/2013",
        "2/30/2013", "7/8/13", "7/8", "7/8/2013/1", "yesterday", "2013/07/08", "----------", "2013-07-3\u{FF11}",
    ])
    func `what is no day is refused`(text: String) { #expect(day(text) == nil) }

    @Test func `the digest of a row never changes from one release to the next`() {
        func digest(_ parts: String...) -> UInt64 {
            var hash = ByteHash()
            for part in parts { Array(part.utf8).withUnsafeBufferPointer { hash.add($0) } }
            return hash.value
        }
        #expect(digest("") == 0xBEB1_2427_5D76_700E)
        #expect(digest("RES16-0688") == 0x5BD5_758A_C135_9820)
        #expect(digest("1968 E DODD RD, HAYDEN, ID 83835", "ACTIVE") == 0xD85F_077E_8BC9_0D11)
        #expect(digest("ab", "c") != digest("a", "bc"))
        #expect(digest("a") != digest("a", ""))
    }

    @Test func `the number of a byte string is found again however many there are`() {
        var index = ByteIndex()
        for round in 0..<2 {
            for number in 0..<5_000 {
                let found = Array("COMPANY \(number)".utf8).withUnsafeBufferPointer { index.number(of: $0) }
                #expect(found.number == number)
                #expect(found.isNew == (round == 0))
            }
        }
        #expect(index.count == 5_000)
    }
}
