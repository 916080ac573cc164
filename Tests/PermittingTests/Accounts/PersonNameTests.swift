import Permitting
import Testing

struct PersonNameTests {
    @Test(arguments: ["Pat Homeowner", "J.R. O'Neil Jr.", "Åsa Öberg-Lind", "李 小龍", "HOLLIS HOMEOWNER", "Pat & Sam Dodd, 2nd"])
    func `a name is taken as people write it`(name: String) {
        #expect(PersonName(rawValue: name)?.rawValue == name)
    }

    @Test(arguments: [
        "", "   ", "123", "www.evil.example", "Pat evil.com", "pat@example.com", "http://x", "a/b", "<b>Pat</b>", "Pat\nBcc: x",
        "Pat\u{202E}resU", "\"Pat\"", String(repeating: "x", count: 81),
    ])
    func `what could pass for an address or a link in a mail is no name`(name: String) {
        #expect(PersonName(rawValue: name) == nil)
    }
}
