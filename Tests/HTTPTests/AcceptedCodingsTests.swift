import HTTP
import Testing

/// RFC 9110 §12.5.3, with gzip and plain content to choose from.
struct AcceptedCodingsTests {
    private func prefersGzip(_ fields: [String]) -> Bool {
        AcceptedCodings(Headers(fields.map { (name: "Accept-Encoding", value: $0) })).prefers("gzip")
    }

    @Test(arguments: [
        "gzip", "GZIP", "x-gzip", "gzip, deflate, br, zstd", "deflate,gzip", "gzip;q=1", "gzip;q=1.000", "gzip;q=0.001",
        "gzip ; Q=0.5", "gzip;\tq=0.5", "*", "*;q=0.1", "br;q=1, *;q=0.5", "identity, gzip", "identity;q=0.5, gzip;q=0.5",
        "identity;q=0, gzip;q=0.1", "gzip;q=1.", ", ,gzip", "br;q=2, gzip",
    ])
    func `gzip is sent to who takes it`(asked: String) {
        #expect(prefersGzip([asked]))
    }

    @Test(arguments: [
        "", "identity", "br", "deflate", "gzip;q=0", "gzip;q=0.0", "gzip;q=0.000", "x-gzip;q=0", "*;q=0", "gzip;q=0, *",
        "identity;q=1, gzip;q=0.5", "identity, *;q=0.9", "gzipped", "gzi", "identity;q=0, gzip;q=0",
    ])
    func `who refuses it, or would rather not, gets the content as it is`(asked: String) {
        #expect(!prefersGzip([asked]))
    }

    @Test(arguments: [
        "gzip;q=", "gzip;q", "gzip;", "gzip;q=2", "gzip;q=1.001", "gzip;q=0.5555", "gzip;q=.5", "gzip;q=00", "gzip;q=-1",
        "gzip;q=1e0", "gzip;level=9", "gzip;q=0.5;q=1", "gzip q=1", "gz ip", "\"gzip\"", "gzip;q=\u{FF11}",
    ])
    func `what is malformed asks for nothing`(asked: String) {
        #expect(!prefersGzip([asked]))
        #expect(prefersGzip([asked + ", gzip"]))
    }

    @Test func `who says nothing gets the content as it is`() {
        #expect(!prefersGzip([]))
    }

    @Test func `several fields are one list`() {
        #expect(prefersGzip(["br", "gzip"]))
        #expect(!prefersGzip(["*", "gzip;q=0"]))
    }
}
