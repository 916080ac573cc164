import Testing

@testable import Credentials

struct RandomTokenTests {
    @Test func `a token is 256 bits in 43 characters that are safe in an address`() throws {
        let token = RandomToken()
        #expect(token.text.utf8.count == 43)
        #expect(try #require(Base64URL.decode(token.text)).count == 32)
    }

    @Test func `no token comes twice and every bit is used`() throws {
        let tokens = try (0..<500).map { _ in try #require(Base64URL.decode(RandomToken().text)) }
        #expect(Set(tokens).count == tokens.count)
        let ones = tokens.reduce([UInt8](repeating: 0, count: 32)) { seen, token in zip(seen, token).map { $0 | $1 } }
        let zeros = tokens.reduce([UInt8](repeating: 0, count: 32)) { seen, token in zip(seen, token).map { $0 | ~$1 } }
        #expect(ones.allSatisfy { $0 == 0xff } && zeros.allSatisfy { $0 == 0xff })
    }

    @Test func `all four words of the generator end up in the token, in order`() {
        struct Counting: RandomNumberGenerator {
            var last: UInt64 = 0
            mutating func next() -> UInt64 {
                last += 1
                return last << 56 | last
            }
        }
        var generator = Counting()
        let bytes = Base64URL.decode(RandomToken(using: &generator).text)
        #expect(bytes == (1...4).flatMap { [$0, 0, 0, 0, 0, 0, 0, $0] as [UInt8] })
    }

    @Test func `what is stored is the hash of the text, and it finds the token again`() throws {
        let token = RandomToken()
        let returned = try #require(RandomToken(text: token.text))
        #expect(returned.hash == token.hash)
        #expect(token.hash == SHA256.digest(token.text.utf8))
        #expect(RandomToken().hash != token.hash)
    }

    @Test func `only a text that could have been handed out is taken`() {
        let good = String(repeating: "A", count: 43)
        #expect(RandomToken(text: good) != nil)
        let cut = String(repeating: "A", count: 42)
        let bad: [String] = [
            "", "A", cut, "\(good)A", "\(good)=", "\(good) ", " \(cut)", "\(cut)B", "\(cut)+", "\(cut)/", "\(cut)\n", "\(cut)\0",
            String(repeating: "\u{e9}", count: 21) + "A", String(repeating: "A", count: 1_000_000),
        ]
        for text in bad { #expect(RandomToken(text: text) == nil, "\(text.prefix(50))") }
    }

    @Test func `printing a token, or what holds one, does not show it`() {
        struct Letter { let token: RandomToken }
        let token = RandomToken()
        let shown = ["\(token)", String(reflecting: token), "\(Letter(token: token))", String(reflecting: [token])]
        for text in shown { #expect(!text.contains(token.text)) }
    }
}
