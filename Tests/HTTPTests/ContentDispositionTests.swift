import HTTP
import Testing

struct ContentDispositionTests {
    @Test(arguments: [
        ("plan.pdf", #"attachment; filename="plan.pdf""#),
        ("site plan; rev (2).pdf", #"attachment; filename="site plan; rev (2).pdf""#),
        ("Größe.pdf", #"attachment; filename="Gr__e.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf"#),
        ("a\"b.pdf", #"attachment; filename="a_b.pdf"; filename*=UTF-8''a%22b.pdf"#),
        ("a\\b.pdf", #"attachment; filename="a_b.pdf"; filename*=UTF-8''a%5Cb.pdf"#),
        ("100%.pdf", #"attachment; filename="100_.pdf"; filename*=UTF-8''100%25.pdf"#),
        ("it's*.pdf", #"attachment; filename="it's*.pdf""#),
        ("ü'*.pdf", #"attachment; filename="_'*.pdf"; filename*=UTF-8''%C3%BC%27%2A.pdf"#),
        ("../x.pdf", #"attachment; filename=".._x.pdf"; filename*=UTF-8''..%2Fx.pdf"#),
        ("", #"attachment; filename="""#),
    ])
    func `a name goes into the header as it is, and once more for clients that read only ASCII`(name: String, value: String) {
        #expect(ContentDisposition.attachment(named: name) == value)
    }

    @Test func `no name can end the quotes or the line`() {
        for scalar in (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init(_:)) {
            let value = ContentDisposition.attachment(named: "a\(scalar)b")
            #expect(value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
            #expect(value.utf8.count { $0 == UInt8(ascii: "\"") } == 2 && !value.contains("\\"))
        }
    }
}
