import Permitting
import Testing

struct AttachmentRulesTests {
    private let rules: AttachmentRules
    private let pdf = Array("%PDF-1.4".utf8)
    private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    init() throws {
        rules = AttachmentRules(
            try Kootenai.agency {
                $0["attachments", "kinds"] = .list([.text("pdf"), .text("png")])
                $0["attachments", "largestMegabytes"] = .number(2)
                $0["attachments", "mostPerPermit"] = .number(3)
                $0["attachments", "megabytesPerPermit"] = .number(4)
                $0["attachments", "megabytesPerCompanyAndDay"] = .number(5)
            }.attachments)
    }

    private func kind(_ name: String, _ bytes: Int, _ start: [UInt8]) throws -> AttachmentKind {
        try rules.kind(of: try #require(AttachmentName(given: name)), size: FileSize(bytes: bytes), start: start)
    }

    @Test func `name and first bytes have to agree`() throws {
        #expect(try kind("a.pdf", 8, pdf) == .pdf)
        #expect(try kind("a.PNG", 8, png) == .png)
        #expect(throws: AttachmentRefusal.isNot(.pdf)) { try kind("a.pdf", 8, png) }
        #expect(throws: AttachmentRefusal.isNot(.png)) { try kind("a.png", 8, pdf) }
        #expect(throws: AttachmentRefusal.isNot(.pdf)) { try kind("a.pdf", 8, Array("MZ".utf8)) }
    }

    @Test(arguments: ["a.jpg", "a.exe", "a.pdf.exe", "a", "pdf", "a.html", "a.svg"])
    func `a kind that the agency does not take is refused whatever it holds`(name: String) {
        #expect(throws: AttachmentRefusal.kindNotTaken) { try kind(name, 8, pdf) }
    }

    @Test func `a file may have the most there is and not a byte more, and not be empty`() throws {
        #expect(try kind("a.pdf", 2 << 20, pdf) == .pdf)
        #expect(throws: AttachmentRefusal.tooLarge(FileSize(bytes: (2 << 20) + 1), most: .megabytes(2))) {
            try kind("a.pdf", (2 << 20) + 1, pdf)
        }
        #expect(throws: AttachmentRefusal.empty) { try kind("a.pdf", 0, []) }
    }

    @Test(
        arguments: [
            (2, 3, 0, nil), (3, 3, 0, .permitHasTooMany(most: 3)), (0, 4, 0, .permitIsFull(most: .megabytes(4))), (0, 3, 4, nil),
            (0, 0, 5, .sentTooMuchToday(most: .megabytes(5))),
        ] as [(Int, Int, Int, AttachmentRefusal?)])
    func `there is room for one more megabyte until one of the bounds is met`(
        files: Int, megabytes: Int, today: Int, refusal: AttachmentRefusal?
    ) {
        let holdings = AttachmentHoldings(files: files, size: .megabytes(megabytes), sentToday: .megabytes(today))
        var found: AttachmentRefusal?
        do throws(AttachmentRefusal) { try rules.checkRoom(for: .megabytes(1), beside: holdings) } catch { found = error }
        #expect(found == refusal)
    }

    @Test func `whoever sent a file may take it back until midnight at the office`() throws {
        let agency = try Kootenai.agency()
        let noon = agency.clock.instant(of: Kootenai.friday, at: .midnight).adding(minutes: 720)
        let attachment = Permitting.Attachment(
            id: 1, permitID: 1, name: try #require(AttachmentName(given: "a.pdf")), kind: .pdf, size: FileSize(bytes: 8),
            digest: [],
            description: "", contractorID: 7, sender: "", sentAt: noon, isRemoved: false)
        #expect(attachment.mayBeTakenBack(by: 7, today: Kootenai.friday, clock: agency.clock))
        #expect(!attachment.mayBeTakenBack(by: 8, today: Kootenai.friday, clock: agency.clock))
        #expect(!attachment.mayBeTakenBack(by: 7, today: Kootenai.friday.adding(days: 1), clock: agency.clock))
    }
}
