import HTTP
import Testing

/// RFC 9110 §14.1.1 and §14.1.2: what a Range field says, and what that is of content with a length.
struct ByteRangeTests {
    @Test(arguments: [
        ("bytes=0-499", [ByteRange.from(0, through: 499)]), ("bytes=9500-", [.from(9500, through: nil)]),
        ("bytes=-500", [.last(500)]), ("bytes=0-0,-1", [.from(0, through: 0), .last(1)]),
        ("BYTES=1-2", [.from(1, through: 2)]), ("bytes=007-08", [.from(7, through: 8)]), ("bytes=-0", [.last(0)]),
        ("bytes= 0-1 ,\t3-4 , ,", [.from(0, through: 1), .from(3, through: 4)]), ("bytes=,0-1", [.from(0, through: 1)]),
        ("bytes=99999999999999999999-", [.from(.max, through: nil)]), ("bytes=-9223372036854775808", [.last(.max)]),
        ("bytes=0-18446744073709551616", [.from(0, through: .max)]),
        ("bytes=9223372036854775807-", [.from(.max, through: nil)]),
        ("bytes=99999999999999999999-99999999999999999998", [.from(.max, through: .max)]),
    ])
    func `a range has a beginning and an end, or counts from the end`(text: String, ranges: [ByteRange]) {
        #expect(ByteRange.list(text) == ranges)
    }

    @Test(arguments: [
        "", "bytes", "bytes=", "bytes=,", "bytes= ", "bytes=-", "bytes=a-b", "bytes=0", "bytes=0-1-2", "bytes=--1", "bytes=+0-1",
        "bytes=0x0-1", "bytes=0 - 1", "bytes=0- 1", "bytes =0-1", " bytes=0-1", "bytes:0-1", "bytes=0-1;2-3", "bytes=1-0",
        "bytes=0-1,x", "bytes=x,0-1", "bytes=\u{FF15}-", "bytes=0-\u{661}", "lines=0-1", "bytess=0-1", "none", "bytes=0.5-1",
        "bytes=0-1,3-2", "bytes=5-4,0-1", "bytes=0-1\u{0},2-3",
    ])
    func `what is malformed or of another unit is passed over as a whole`(text: String) {
        #expect(ByteRange.list(text) == nil)
    }

    @Test func `a list is bounded`() {
        func list(_ count: Int) -> String { "bytes=" + (0..<count).map { "\($0 * 10)-\($0 * 10 + 1)" }.joined(separator: ",") }
        #expect(ByteRange.list(list(ByteRange.mostAtOnce))?.count == ByteRange.mostAtOnce)
        #expect(ByteRange.list(list(ByteRange.mostAtOnce + 1)) == nil)
        #expect(ByteRange.list(list(5_000)) == nil)
        #expect(ByteRange.list(list(ByteRange.mostAtOnce) + String(repeating: ",", count: 100))?.count == ByteRange.mostAtOnce)
    }

    @Test(arguments: [
        (ByteRange.from(0, through: 499), 0..<500), (.from(500, through: 999), 500..<1000),
        (.from(999, through: 999), 999..<1000),
        (.from(0, through: nil), 0..<1000), (.from(990, through: .max), 990..<1000), (.from(0, through: 1000), 0..<1000),
        (.last(500), 500..<1000), (.last(1), 999..<1000), (.last(1000), 0..<1000), (.last(1001), 0..<1000),
        (.last(.max), 0..<1000),
    ])
    func `a range reaches no further than the content`(range: ByteRange, bytes: Range<Int>) {
        #expect(range.bytes(of: 1000) == bytes)
    }

    @Test(arguments: [
        ByteRange.from(1000, through: nil), .from(1000, through: 1001), .from(.max, through: .max), .from(.max, through: nil),
        .last(0),
    ])
    func `beyond the end there is nothing`(range: ByteRange) {
        #expect(range.bytes(of: 1000) == nil)
    }

    @Test(arguments: [ByteRange.from(0, through: 0), .from(0, through: nil), .last(1), .last(0), .last(.max)])
    func `of nothing there is no part`(range: ByteRange) {
        #expect(range.bytes(of: 0) == nil)
    }

    @Test(arguments: [
        ("0-9,20-29", [0..<10, 20..<30]), ("20-29,0-9", [20..<30, 0..<10]), ("-10,0-9", [90..<100, 0..<10]),
        ("0-9,10-19", [0..<20]), ("0-9,11-19", [0..<10, 11..<20]), ("0-,0-,0-", [0..<100]), ("10-19,0-99,30-39", [0..<100]),
        ("50-59,0-9,55-70", [50..<71, 0..<10]), ("30-39,0-9,5-29", [0..<40]), ("0-9,500-", [0..<10]), ("500-,-0", []),
        ("40-49,0-9,20-29,5-24", [40..<50, 0..<30]),
    ])
    func `ranges that overlap or touch become one, and no byte is sent twice (§15.3.7.2)`(
        text: String, joined: [Range<Int>]
    ) throws {
        #expect(ByteRange.joined(try #require(ByteRange.list("bytes=" + text)), of: 100) == joined)
    }

    @Test func `whatever is asked for, the parts are apart and within the content`() {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<2_000 {
            let size = next(60)
            let ranges = (0..<next(12)).map { _ -> ByteRange in
                let first = next(70)
                return [.from(first, through: first + next(20)), .from(first, through: nil), .last(next(70))][next(3)]
            }
            let joined = ByteRange.joined(ranges, of: size)
            let sent = joined.flatMap { Array($0) }
            #expect(Set(sent).count == sent.count)
            #expect(Set(sent) == Set(ranges.compactMap { $0.bytes(of: size) }.flatMap { Array($0) }))
            #expect(joined.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= size })
        }
    }
}
