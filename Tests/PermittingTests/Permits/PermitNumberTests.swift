import Permitting
import Testing

struct PermitNumberTests {
    @Test(arguments: [
        "RES16-0688", "1980-001138 BP", "A", "A1806-065", "B/2020\\7", "50%", ".", "..", "'; DROP TABLE permits; --", "Größe-1",
        String(repeating: "9", count: 60),
    ])
    func `a number is kept as the office wrote it`(text: String) {
        #expect(PermitNumber(rawValue: text)?.description == text)
    }

    @Test(arguments: [
        "", " ", " RES16-0688", "RES16-0688 ", "RES16\n0688", "RES16\u{0}", "RES16\t0688", "RES\u{7F}", "\r\n",
        String(repeating: "9", count: 61),
        String(repeating: "ü", count: 31),
    ])
    func `what can be no number is refused`(text: String) {
        #expect(PermitNumber(rawValue: text) == nil)
    }

    @Test func `numbers stand in the order of their text`() throws {
        let numbers = try ["RES17-0150", "RES16-0688", "RES16-0304"].map { try #require(PermitNumber(rawValue: $0)) }
        #expect(numbers.sorted().map(\.rawValue) == ["RES16-0304", "RES16-0688", "RES17-0150"])
    }
}
