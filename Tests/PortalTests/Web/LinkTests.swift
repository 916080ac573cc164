import HTTP
import Permitting
import Testing

@testable import Portal

struct LinkTests {
    @Test(arguments: [
        "RES16-0688", "1980-001138 BP", "A/B", "A%2FB", "..", ".", "...", "ü", "中", "%", "%25", "%252F", "\\", "%5C", "%2E",
        "a.b", "/", "//",
        "#?&=+;", "\"<'>", "~_-", "A%2525B", "%2525", String(repeating: "%", count: 60),
    ])
    func `a number comes back from its address as it was`(text: String) throws {
        let number = try #require(PermitNumber(rawValue: text))
        for tab in Link.Tab.allCases {
            let target = try Target(Link.permit(number, tab).address)
            #expect(target.segments.count == (tab == .info ? 2 : 3))
            #expect(PermitNumber(segment: target.segments[1])?.rawValue.utf8.elementsEqual(text.utf8) == true)
        }
        #expect(try Target(Link.newInspection(number).address).segments.count == 4)
        #expect(try Target(Link.issuance(number).address).segments.count == 4)
    }

    @Test func `no two numbers have one address`() throws {
        let pieces = ["A", "/", "%", "2F", "25", ".", "\\", "5C", "2E"]
        var seen: [String: String] = [:]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let text = first + second + third
                    let address = Link.permit(try #require(PermitNumber(rawValue: text)), .info).address
                    #expect(seen[address] == nil || seen[address] == text)
                    seen[address] = text
                    let target = try Target(address)
                    #expect(PermitNumber(segment: target.segments[1])?.rawValue == text)
                }
            }
        }
    }

    @Test func `a search's words stay one field of its address`() throws {
        let address = Link.search([("value", "a&b=c d%+ü"), ("by", "any")]).address
        let query = try Target(address).query
        #expect(query["value"] == "a&b=c d%+ü" && query["by"] == "any" && query.all.count == 2)
        #expect(Link.search([]).address == "/permits")
    }

    @Test(arguments: [
        ("https://permits.example.gov", "https://permits.example.gov"), ("http://localhost:8080/", "http://localhost:8080"),
        ("http://[::1]:80", "http://[::1]:80"), ("https://", nil), ("ftp://a", nil), ("permits.example.gov", nil),
        ("https://a/b", nil),
        ("https://a b", nil), ("https://a\r\nX: y", nil), ("https://user@a", nil), ("https://a?b", nil), ("", nil),
        ("HTTPS://A", nil),
    ])
    func `the portal's own address is a scheme and a host`(text: String, expected: String?) {
        #expect(BaseAddress(text)?.text == expected)
    }
}
