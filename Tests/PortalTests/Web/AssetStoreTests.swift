import HTTP
import Testing

@testable import Portal

struct AssetStoreTests {
    private let store = AssetStore(files: [
        "portal.css": Array("body {}".utf8), "icons/a.svg": Array("<svg/>".utf8), "logo.png": [1, 2, 3],
        "LICENSE": Array("free".utf8),
    ])

    private func get(_ address: String, headers: Headers = Headers()) throws -> Response? {
        store.answer(try Request(.get, address, headers: headers))
    }

    @Test func `a file has its content's fingerprint in its name, and may be kept for ever`() throws {
        let address = store.address("portal.css")
        #expect(address.wholeMatch(of: #/\/assets\/portal-[0-9a-f]{16}\.css/#) != nil)
        let response = try #require(try get(address))
        #expect(response.status == .ok && response.body == .bytes(Array("body {}".utf8)))
        #expect(response.headers["Content-Type"] == "text/css; charset=utf-8")
        #expect(response.headers["Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(response.headers["X-Content-Type-Options"] == "nosniff")
    }

    @Test func `other content has another name, the same content the same`() {
        #expect(AssetStore(files: ["portal.css": Array("body {}".utf8)]).address("portal.css") == store.address("portal.css"))
        #expect(AssetStore(files: ["portal.css": Array("body { }".utf8)]).address("portal.css") != store.address("portal.css"))
    }

    @Test func `who has it already is told so`() throws {
        let address = store.address("portal.css")
        let tag = try #require(try get(address)?.headers["ETag"])
        let known = try #require(try get(address, headers: Headers([("If-None-Match", tag)])))
        #expect(known.status == .notModified && known.body == .empty && known.headers["ETag"] == tag)
        #expect(known.headers["Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(try get(address, headers: Headers([("If-None-Match", "\"x\"")]))?.status == .ok)
    }

    @Test(arguments: [("logo.png", "image/png"), ("LICENSE", "application/octet-stream")])
    func `a kind that is not known is bytes`(name: String, type: String) throws {
        #expect(try get(store.address(name))?.headers["Content-Type"] == type)
    }

    @Test(arguments: [
        "/assets", "/assets/", "/assets/portal.css", "/assets/none.css", "/portal.css", "/assets/portal.css/x", "/assets/%00",
    ])
    func `what is no file's address is for the pages to answer`(address: String) throws {
        guard let request = try? Request(.get, address) else { return }
        #expect(store.answer(request) == nil)
    }

    @Test func `a file is read and not posted to`() throws {
        #expect(store.answer(try Request(.post, store.address("portal.css"))) == nil)
        #expect(store.answer(try Request(.head, store.address("portal.css")))?.status == .ok)
    }

    @Test func `a file in a folder below is served under its path`() throws {
        #expect(try get(store.address("icons/a.svg"))?.headers["Content-Type"] == "image/svg+xml")
    }

    @Test func `a part of a file is sent to who asks for it`() throws {
        let part = try #require(try get(store.address("portal.css"), headers: Headers([("Range", "bytes=0-3")])))
        #expect(part.status == .partialContent && part.body == .bytes(Array("body".utf8)))
        #expect(part.headers["Content-Range"] == "bytes 0-3/7")
    }

    @Test func `the pages' style sheet and icon are served at once`() throws {
        let site = try DemoSite()
        let page = try site.visitor().get("/").page
        let addresses = page.all("link").compactMap { $0.attributes["href"] }
        #expect(addresses.count == 2)
        for address in addresses { #expect(site.site.quick(try Request(.get, address))?.status == .ok) }
        #expect(site.site.quick(try Request(.get, "/dashboard")) == nil)
    }
}
