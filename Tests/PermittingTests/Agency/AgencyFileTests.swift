import Foundation
import Permitting
import TestSupport
import Testing

struct AgencyFileTests {
    @Test func `Kootenai's file says what its guide says`() throws {
        let agency = try Kootenai.agency()
        #expect(agency.name == "Kootenai County Community Development")
        #expect(agency.clock.zone.identifier == "America/Los_Angeles")
        #expect(agency.signIn.contractorsCalled == "Contractor")
        #expect(agency.signIn.listsCompanies && agency.signIn.asksSecurityQuestion)
        #expect(agency.signIn.firstPassword == .pin && agency.signIn.afterFirstPassword == .setUp)
        #expect(agency.signIn.lockout == Lockout(failures: 10, minutes: 30))
        #expect(agency.dashboard.activePermits == [.number, .address, .type, .status, .inspection, .feesDue])
        #expect(agency.dashboard.expiredPermits == [.number, .address, .type, .status, .expired, .feesDue])
        #expect(agency.dashboard.amountOpens == .checkout)
        #expect(agency.inspections.latestDaysAhead == 14)
        #expect(agency.inspections.slots.map(\.label) == ["AM (8:00 AM to 12:00 PM)", "PM (12:00 PM to 4:00 PM)"])
        let payments = try #require(agency.payments)
        #expect(payments.convenienceFeeName == "Access Idaho Fee")
        #expect(
            payments.methods.map(\.label) == [
                "Credit Card - 3%", "Electronic Check - $1.50", "eGov - Express Checkout for Repeat Customers",
            ])
        #expect(payments.method("card")?.charge == .percent(Percentage(basisPoints: 300)))
        #expect(payments.method("check")?.charge == .fixed(Money(cents: 150)))
        #expect(payments.method("cash") == nil)
    }

    @Test(arguments: [
        ("pin", "setUp"), ("pin", "dashboard"), ("registrationCode", "setUp"), ("registrationCode", "dashboard"),
        ("phone", "setUp"), ("resetLink", nil),
    ])
    func `every way to sign in for the first time goes with what can come after it`(first: String, then: String?) throws {
        let signIn = try Kootenai.agency {
            $0["signIn", "firstPassword"] = .text(first)
            $0["signIn", "afterFirstPassword"] = then.map { .text($0) }
            $0["signIn", "securityQuestion"] = .flag(false)
        }.signIn
        #expect(signIn.firstPassword.rawValue == first && signIn.afterFirstPassword?.rawValue == then)
    }

    @Test(arguments: [
        ("SUBMITTED", PermitState.pending, PermitStatus.Listing.byDate), ("submitted", .pending, .byDate),
        ("READY TO ISSUE", .ready, .byDate),
        ("ACTIVE", .active, .byDate), ("EXPIRED", .expired, .expired), ("CANCELLED", .cancelled, .byDate),
        ("FINAL", .finaled, .none),
        ("VOID", .cancelled, .none), ("Aborted", .unknown, .none), ("", .unknown, .none),
    ])
    func `a status word keeps its spelling and takes the state the file gives it`(
        word: String, state: PermitState, listing: PermitStatus.Listing
    ) throws {
        let statuses = try Kootenai.agency().statuses
        #expect(statuses.status(word) == PermitStatus(word: word, state: state, listing: listing))
        #expect(statuses.isKnown(word) == (state != .unknown))
    }

    @Test func `every agency file that ships can be read`() throws {
        let folder = ProjectFolder.file("Agencies")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.contains("kootenai.json"))
        for file in files { #expect(throws: Never.self) { try AgencyFile.read(folder + "/" + file) } }
    }

    @Test(arguments: [
        ("", "this is not JSON"), ("{", "this is not JSON"), ("[]", "an object is needed here, not a list"),
        ("\"agency\"", "an object is needed here, not the text \"agency\""), ("{}", "this key is missing"),
        ("{\"name\": \u{1}}", "this is not JSON"), ("name: Kootenai", "this is not JSON"),
    ])
    func `what is no agency file at all is told so`(text: String, reason: String) {
        let error = Self.error { try AgencyFile.parse(Data(text.utf8), name: "office.json") }
        #expect(error?.file.hasPrefix("office.json") == true)
        #expect(error?.reason.contains(reason) == true)
    }

    @Test func `bytes that are no text are told so`() {
        let error = Self.error { try AgencyFile.parse(Data([0xFF, 0xFE, 0x00, 0x7B]), name: "office.json") }
        #expect(error?.file.hasPrefix("office.json") == true)
    }

    @Test func `a file that is not there is told with its name`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("nowhere.json")
        #expect(
            Self.error { try AgencyFile.read(path) } == AgencyFileError(file: path, path: "", reason: "this file cannot be read"))
    }

    @Test func `an error reads as file, place and reason`() {
        #expect(
            AgencyFileError(file: "kootenai.json", path: "inspections.slots[1].ends", reason: "this key is missing").description
                == "kootenai.json: inspections.slots[1].ends: this key is missing")
        #expect(AgencyFileError(file: "kootenai.json", path: "", reason: "gone").description == "kootenai.json: gone")
    }

    static func error(_ body: () throws -> Agency) -> AgencyFileError? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? AgencyFileError
        }
    }
}
