import HTTP
import Testing

@testable import Portal

/// "NAME.gz" beside a static file: another form of it (RFC 9110 §8.4, §12.5.3).
struct GzippedAssetTests {
    private static let sheet = Array(String(repeating: "body { margin: 0 }\n", count: 20).utf8)
    private static let packed = gzip(size: sheet.count)

    private let store = AssetStore(files: ["portal.css": Self.sheet, "portal.css.gz": Self.packed])

    /// What looks like a gzip file of that many bytes.
    private static func gzip(size: Int) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 9, 9, 9, 9, 9, 9] + (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    }

    private func get(_ headers: [(name: String, value: String)], from other: AssetStore? = nil) throws -> Response {
        let store = other ?? store
        return try #require(store.answer(try Request(.get, store.address("portal.css"), headers: Headers(headers))))
    }

    @Test func `who takes gzip gets it, at the same address and with the same type`() throws {
        let response = try get([("Accept-Encoding", "gzip, deflate, br")])
        #expect(response.status == .ok && response.body == .bytes(Self.packed))
        #expect(response.headers["Content-Encoding"] == "gzip")
        #expect(response.headers["Content-Type"] == "text/css; charset=utf-8")
        #expect(response.headers["Cache-Control"] == "public, max-age=31536000, immutable")
    }

    @Test(arguments: [nil, "", "br", "gzip;q=0", "identity", "*;q=0"])
    func `who does not gets the file as it is`(asked: String?) throws {
        let response = try get(asked.map { [(name: "Accept-Encoding", value: $0)] } ?? [])
        #expect(response.body == .bytes(Self.sheet))
        #expect(response.headers["Content-Encoding"] == nil)
    }

    @Test func `caches are told that there are two forms, whichever was sent (§12.5.5)`() throws {
        let tag = try #require(try get([("Accept-Encoding", "gzip")]).headers["ETag"])
        let gzip = (name: "Accept-Encoding", value: "gzip")
        for headers in [[], [gzip], [gzip, ("If-None-Match", tag)], [gzip, ("Range", "bytes=0-1")]] {
            #expect(try get(headers).headers.values(of: "Vary") == ["Accept-Encoding"])
        }
    }

    @Test func `each form has its own tag and is known by it alone (§8.8.3.3)`() throws {
        let gzip = (name: "Accept-Encoding", value: "gzip")
        let plainTag = try #require(try get([]).headers["ETag"])
        let gzipTag = try #require(try get([gzip]).headers["ETag"])
        #expect(plainTag != gzipTag)
        #expect(try get([("If-None-Match", plainTag)]).status == .notModified)
        #expect(try get([gzip, ("If-None-Match", gzipTag)]).status == .notModified)
        #expect(try get([("If-None-Match", gzipTag)]).status == .ok)
        #expect(try get([gzip, ("If-None-Match", plainTag)]).status == .ok)
    }

    @Test func `a range is one of the form that is sent (§14.2)`() throws {
        let gzip = (name: "Accept-Encoding", value: "gzip")
        let gzipTag = try #require(try get([gzip]).headers["ETag"])
        let part = try get([gzip, ("Range", "bytes=0-1"), ("If-Range", gzipTag)])
        #expect(part.status == .partialContent && part.body == .bytes([0x1F, 0x8B]))
        #expect(part.headers["Content-Range"] == "bytes 0-1/20" && part.headers["Content-Encoding"] == "gzip")
        #expect(try get([("Range", "bytes=0-3")]).body == .bytes(Array("body".utf8)))
        #expect(try get([("Range", "bytes=0-3"), ("If-Range", gzipTag)]).body == .bytes(Self.sheet))
    }

    @Test func `it is no file of its own, and changes no address`() throws {
        #expect(store.answer(try Request(.get, store.address("portal.css.gz"))) == nil)
        #expect(store.address("portal.css") == AssetStore(files: ["portal.css": Self.sheet]).address("portal.css"))
        let alone = AssetStore(files: ["plans.gz": Self.packed])
        #expect(alone.answer(try Request(.get, alone.address("plans.gz")))?.body == .bytes(Self.packed))
    }

    private static let useless: [[UInt8]] = [
        gzip(size: sheet.count + 1), gzip(size: 0), Array("body { margin: 0 } and so forth".utf8), [0x1F, 0x8B], [],
        packed.dropLast(4) + [UInt8](repeating: 0, count: 400) + packed.suffix(4),
    ]

    @Test(arguments: useless)
    func `what is no gzip file of that length, or is no smaller, is left alone`(packed: [UInt8]) throws {
        let store = AssetStore(files: ["portal.css": Self.sheet, "portal.css.gz": packed])
        let response = try get([("Accept-Encoding", "gzip")], from: store)
        #expect(response.body == .bytes(Self.sheet))
        #expect(response.headers["Content-Encoding"] == nil && response.headers["Vary"] == nil)
    }
}
