import Permitting
import TestSupport
import Testing

struct AttachmentNameTests {
    @Test(arguments: [
        ("plan.pdf", "plan.pdf"), ("Größe 2 (final).PDF", "Größe 2 (final).PDF"), ("図面.dwg", "図面.dwg"),
        ("C:\\fakepath\\plan.pdf", "plan.pdf"), ("../../etc/passwd", "passwd"), ("a/b\\c.pdf", "c.pdf"),
        (" plan.pdf ", "plan.pdf"), ("..plan.pdf", "plan.pdf"), (".htaccess", "htaccess"), ("plan.pdf. ", "plan.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf"), ("a\u{0}b.pdf", "ab.pdf"), ("a\u{7F}\u{1B}[0m.pdf", "a[0m.pdf"),
        ("plan\u{202E}fdp.exe", "planfdp.exe"), ("a\u{200B}b\u{2028}.pdf", "ab.pdf"), ("\"quoted\";.pdf", "\"quoted\";.pdf"),
        ("<script>.pdf", "<script>.pdf"),
    ])
    func `a name is what people can read of it`(given: String, kept: String) {
        #expect(AttachmentName(given: given)?.rawValue == kept)
    }

    @Test(arguments: ["", " ", ".", "..", "/", "a/", "\\", "\u{202E}", "\r\n", "\u{0}", ". . ."])
    func `nothing is no name`(given: String) {
        #expect(AttachmentName(given: given) == nil)
        #expect(AttachmentName(rawValue: given) == nil)
    }

    @Test(
        arguments: [
            ("plan.pdf", "pdf"), ("plan.PDF", "pdf"), ("plan.tar.gz", "gz"), ("plan.pdf.exe", "exe"), ("plan", nil),
            ("plan.pdf ", "pdf"),
            (".pdf", nil),
        ] as [(String, String?)])
    func `the kind is told by what stands after the last dot`(given: String, ending: String?) {
        #expect(AttachmentName(given: given)?.fileExtension == ending)
    }

    @Test(arguments: ["x", "ü", "図", "👷🏽‍♀️"])
    func `a name that is too long loses its middle and keeps its end`(letter: String) throws {
        let name = try #require(AttachmentName(given: String(repeating: letter, count: 300) + ".pdf")).rawValue
        #expect(name.utf8.count <= AttachmentName.longest && name.utf8.count > AttachmentName.longest - 40)
        #expect(name.hasSuffix("….pdf") && name.unicodeScalars.first == letter.unicodeScalars.first)
        let ending = try #require(AttachmentName(given: "a." + String(repeating: letter, count: 300))).rawValue
        #expect(ending.utf8.count <= AttachmentName.longest && ending.hasSuffix("…"))
    }

    @Test func `what was made into a name is one, whatever it was made of`() {
        var random = SeededGenerator(seed: 7)
        let letters: [Unicode.Scalar] = [
            "a", ".", " ", "/", "\\", "\u{0}", "\r", "\n", "\u{202E}", "\u{301}", "ü", "\u{200D}", "👷", "\u{A0}", "\u{2028}", "…",
            "\u{1F3FD}", "\u{FE0F}",
        ]
        for _ in 0..<5_000 {
            let length = Int.random(in: 0...400, using: &random)
            let scalars = (0..<length).map { _ in letters.randomElement(using: &random) ?? "a" }
            guard let name = AttachmentName(given: String(String.UnicodeScalarView(scalars))) else { continue }
            #expect(AttachmentName(rawValue: name.rawValue) == name)
            #expect(name.rawValue.utf8.count <= AttachmentName.longest)
            #expect(!name.rawValue.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") })
        }
    }
}
