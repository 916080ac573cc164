import Permitting
import Testing

struct AttachmentKindTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let kind: AttachmentKind
        let start: [UInt8]
        var testDescription: String { "\(kind): \(start.prefix(12))" }

        init(_ kind: AttachmentKind, _ start: [UInt8]) { (self.kind, self.start) = (kind, start) }
        init(_ kind: AttachmentKind, _ text: String) { self.init(kind, Array(text.utf8)) }
    }

    static let rows = [
        Row(.pdf, "%PDF-1.7\n"), Row(.pdf, "\u{FEFF}junk\n%PDF-1.4"),
        Row(.jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), Row(.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
        Row(.heic, [0, 0, 0, 24] + Array("ftypheic".utf8)), Row(.heic, [0, 0, 0, 24] + Array("ftypmif1".utf8)),
        Row(.tiff, [0x49, 0x49, 42, 0, 8]), Row(.tiff, [0x4D, 0x4D, 0, 42, 0]), Row(.tiff, [0x49, 0x49, 43, 0]),
        Row(.dwg, "AC1032\u{0}\u{0}"), Row(.docx, [0x50, 0x4B, 3, 4, 20]), Row(.xlsx, [0x50, 0x4B, 3, 4, 20]),
        Row(.text, "Lot 4,\tblock 2\r\n"), Row(.text, "Größe"), Row(.text, [0x4C, 0xF6, 0x66]),
    ]

    @Test(arguments: rows)
    func `a file is known by its first bytes, for its own kind and no other`(row: Row) {
        let zip: Set<AttachmentKind> = [.docx, .xlsx]
        for kind in AttachmentKind.allCases where !(zip.contains(kind) && zip.contains(row.kind)) {
            // A PDF's header and a drawing's version are words too.
            let isTextToo = kind == .text && [.pdf, .dwg].contains(row.kind) && !row.start.contains(0)
            #expect(kind.begins(row.start) == (kind == row.kind || isTextToo), "\(kind)")
        }
    }

    @Test(arguments: rows)
    func `a file that is cut off within them is not`(row: Row) {
        guard row.kind != .text else { return }
        #expect(!row.kind.begins(Array(row.start.prefix(2))) && !row.kind.begins([]))
    }

    @Test(arguments: [
        "MZ\u{90}\u{0}", "<html><script>", "#!/bin/sh\n\u{1B}[2J", "GIF89a\u{1}", "ACxx15", "\u{0}\u{0}\u{0}\u{18}ftypisom",
    ])
    func `programs, pages and other people's formats are no drawing, picture or document`(start: String) {
        for kind in AttachmentKind.allCases where kind != .text { #expect(!kind.begins(Array(start.utf8))) }
        #expect(AttachmentKind.text.begins(Array(start.utf8)) == (start == "<html><script>" || start == "ACxx15"))
    }

    @Test func `a PDF's header counts only within the first bytes that are looked at`() {
        let late = [UInt8](repeating: 32, count: AttachmentKind.signatureBytes - 5)
        #expect(AttachmentKind.pdf.begins(late + Array("%PDF-".utf8)))
        #expect(!AttachmentKind.pdf.begins(late + Array("%PDF".utf8)))
    }

    @Test func `every ending stands for one kind, in small letters`() {
        let all = AttachmentKind.allCases.flatMap(\.extensions)
        #expect(Set(all).count == all.count)
        for kind in AttachmentKind.allCases {
            for ending in kind.extensions { #expect(AttachmentKind(fileExtension: ending) == kind) }
        }
        for ending in ["", "exe", "PDF", "html", "svg"] { #expect(AttachmentKind(fileExtension: ending) == nil) }
    }
}
