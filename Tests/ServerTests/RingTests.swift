import Testing

@testable import Server

struct RingTests {
    @Test func `what came first leaves first, through every growth and turn`() {
        var ring = Ring<Int>()
        var expected: [Int] = []
        var next = 0
        for round in 0..<200 {
            for _ in 0..<round % 7 {
                ring.append(next)
                expected.append(next)
                next += 1
            }
            for _ in 0..<round % 5 {
                #expect(ring.popFirst() == (expected.isEmpty ? nil : expected.removeFirst()))
            }
            #expect(ring.count == expected.count)
        }
    }
}
