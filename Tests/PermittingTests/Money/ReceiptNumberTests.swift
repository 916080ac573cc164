import Permitting
import Testing

struct ReceiptNumberTests {
    @Test(arguments: [
        (1, "R000001"), (123, "R000123"), (999_999, "R999999"), (1_000_000, "R1000000"), (123_456_789, "R123456789"),
    ])
    func `a receipt's number is written with at least six digits and reads back`(number: Int, text: String) {
        #expect(ReceiptNumber(rawValue: number).description == text)
        #expect(ReceiptNumber(text: text) == ReceiptNumber(rawValue: number))
    }

    @Test(arguments: [
        "", "R", "1", "000001", "r000001", "R00001", "R0000001", "R000001 ", " R000001", "R+00001", "R-00001", "R00000x",
        "R００００01",
        "R99999999999999999999", "R9999999999999999",
    ])
    func `any other spelling is refused, so that a receipt has one address`(text: String) {
        #expect(ReceiptNumber(text: text) == nil)
    }
}
