import Testing

@testable import Credentials

struct RandomWordsTests {
    @Test func `no word comes twice, within a reading and across readings`() {
        var generator = RandomWords()
        #expect(Set((0..<1_000).map { _ in generator.next() }).count == 1_000)
        #expect(Set((0..<1_000).map { _ in generator.next() }).isDisjoint(with: [0]))
    }

    @Test func `each of a word's bits is set about every other time`() {
        var generator = RandomWords()
        let words = (0..<4_096).map { _ in generator.next() }
        for bit in 0..<64 {
            // Thirty-two is one standard deviation: ten of them never happen.
            #expect(abs(words.count { $0 >> bit & 1 == 1 } - 2_048) < 320)
        }
    }
}
