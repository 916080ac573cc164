import Testing

@testable import Credentials

struct MaskedTokenTests {
    @Test func `a token is known again behind every mask, and no two masks are alike`() {
        let token = RandomToken().text
        let masks = (0..<100).map { _ in MaskedToken.masked(token) }
        #expect(masks.allSatisfy { MaskedToken.isMasked($0, token) })
        #expect(Set(masks).count == 100)
        #expect(masks.allSatisfy { $0.utf8.count == 86 && !$0.contains(token) })
    }

    @Test func `another token, the token itself and half a mask are refused`() {
        let token = RandomToken().text
        let mask = MaskedToken.masked(token)
        #expect(!MaskedToken.isMasked(MaskedToken.masked(RandomToken().text), token))
        for text in ["", token, token + token, String(mask.dropLast()), String(mask.dropFirst(43)), mask + "A", "not base64!"] {
            #expect(!MaskedToken.isMasked(text, token))
        }
    }

    @Test func `the token behind a mask can be had again, and nothing from what is no mask`() {
        let token = RandomToken().text
        #expect(MaskedToken.unmasked(MaskedToken.masked(token)) == token)
        for text in ["", "AAAA", "not base64!"] { #expect(MaskedToken.unmasked(text) == nil) }
    }

    @Test func `one bit changed anywhere is noticed`() throws {
        let token = RandomToken().text
        let bytes = try #require(Base64URL.decode(MaskedToken.masked(token)))
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(!MaskedToken.isMasked(Base64URL.encode(changed), token))
        }
    }

    @Test func `a token that is no base 64 is masked by its own bytes`() {
        #expect(MaskedToken.isMasked(MaskedToken.masked("so so"), "so so"))
        #expect(!MaskedToken.isMasked(MaskedToken.masked("so so"), "so-so"))
    }
}
