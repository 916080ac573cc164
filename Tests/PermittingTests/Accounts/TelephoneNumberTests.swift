import Permitting
import Testing

struct TelephoneNumberTests {
    @Test(arguments: [
        "910-555-0142", "(910) 555-0142", "910.555.0142", "9105550142", "+1 910 555 0142", "1-910-555-0142", "910/555-0142",
        "910-555-0142 x12", "910-555-0142x3", "(910)555-0142 ext. 5", "910-555-0142 EXT 5", " 910-555-0142 ",
    ])
    func `a number is read however it is written, without country or extension`(text: String) throws {
        let number = try #require(TelephoneNumber(text))
        #expect(number.digits == "9105550142" && number.lastFour == "0142")
    }

    @Test(arguments: [
        "", "0142", "555-0142", "000-000-0000", "999-999-9999", "910-055-0142", "110-555-0142", "91-055-50142 9",
        "+44 20 7946 0123",
        "910-555-01420", "call the office", "910-555-O142", "９１０-555-0142", "910-555-0142 or 910-555-0143", "910,555,0142",
        "x9105550142", "910\u{0}5550142", "910 5550142\n",
    ])
    func `what is nobody's number, or not surely one, is none`(text: String) {
        #expect(TelephoneNumber(text) == nil)
    }
}
