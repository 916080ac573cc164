import Foundation
import Permitting
import Storage
import TestSupport
import Testing

/// `pin` and `staff`: how people come in who have no account yet.
struct EnrollmentCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    private func read<T>(_ body: (Records) throws -> T) throws -> T {
        try body(try PermitDatabase.reader(folder: program.data).records)
    }
    private func add(_ email: String, role: String = "clerk", environment: [String: String] = [:]) throws -> Program.Run {
        try program.run(
            ["staff", "add", email, "--name", "Nia New", "--role", role, "--data", program.data], environment: environment)
    }

    @Test func `a contractor's new PIN is six digits, and only its hash is kept`() throws {
        let rows = Program.lakeside.split(separator: "\n").map(String.init)
        try #require(try program.importing(rows).code == 0)
        let run = try program.run(["pin", "aec0300", "--data", program.data])
        #expect(run.code == 0)
        let pin = try #require(run.output.firstMatch(of: #/The PIN of LAKESIDE FRAMING is ([0-9]{6})\. /#)?.1)
        let credentials = try #require(try read { try $0.contractors.credentials(license: "AEC0300") })
        let hash = try #require(credentials.firstPasswordHash)
        #expect(hash.hasPrefix("$y$") && !hash.contains(pin) && credentials.passwordHash == nil)
        #expect(try read { try $0.contractors.signingIn(at: .pin, limit: 9) }.map(\.license) == ["AEC0300"])
    }

    @Test func `what is issued bears the name that the office gives it, and where nothing is, nothing is lost`() throws {
        let (code, link) = (program.place.file("round-rock"), program.place.file("aurora"))
        for (agency, data) in [("round-rock", code), ("aurora", link)] {
            let file = ProjectFolder.file("Agencies/\(agency).json")
            try #require(try program.run(["demo", "--agency", file, "--data", data]).code == 0)
        }
        let issued = try program.run(["pin", "RR20417", "--data", code])
        #expect(issued.output.contains("The registration code of HILL COUNTRY IRRIGATION is "))
        let refused = try program.run(["pin", "EL-2020-0031", "--data", link])
        #expect(refused.code == 65 && refused.complaint.contains("this office issues no first passwords"))
        let kept = try PermitDatabase.reader(folder: link).records.contractors.credentials(license: "EL-2020-0031")
        #expect(kept?.firstPasswordHash == nil)
    }

    @Test func `a licence that nobody has ends with 65, and a folder without records stays without`() throws {
        let none = try program.run(["pin", "AEC0300", "--data", program.data])
        #expect(none.code == 65 && none.complaint.contains("holds no records"))
        #expect(!FileManager.default.fileExists(atPath: program.data + "/permits.db"))
        try #require(try program.importing(Program.lakeside.split(separator: "\n").map(String.init)).code == 0)
        let unknown = try program.run(["pin", "NOBODY", "--data", program.data])
        #expect(unknown.code == 65 && unknown.complaint.contains("no contractor has the licence NOBODY"))
        #expect(try read { try $0.contractors.signingIn(at: .pin, limit: 9) }.isEmpty)
    }

    @Test func `what hashing costs is a setting of the machine, and one that cannot be stops the command`() throws {
        try #require(try program.importing(Program.lakeside.split(separator: "\n").map(String.init)).code == 0)
        func issue(_ cost: String) throws -> Program.Run {
            try program.run(["pin", "AEC0300", "--data", program.data], environment: ["PERMIT_PORTAL_PASSWORD_COST": cost])
        }
        #expect(try issue("5").code == 0)
        let hash = try #require(try read { try $0.contractors.credentials(license: "AEC0300") }?.firstPasswordHash)
        #expect(hash.hasPrefix("$y$j9T$"))
        for cost in ["0", "12", "", "seven"] {
            let run = try issue(cost)
            #expect(run.code == 78 && run.complaint.contains("it has to be a number from 1 to 11"), "\(cost)")
        }
        #expect(try read { try $0.contractors.credentials(license: "AEC0300") }?.firstPasswordHash == hash)
    }

    @Test func `an only administrator who is locked out is let in again by the machine's own keeper`() throws {
        try #require(try add("admin@example.com", role: "administrator").code == 0)
        let database = try PermitDatabase(folder: try DataFolder(path: program.data))
        let lockout = Lockout(failures: 3, minutes: 30)
        try database.write { records in
            for _ in 1...3 { _ = try records.signIns.judge(.staff(1), isRight: false, lockout: lockout, at: Instant(1)) }
        }
        database.close()
        #expect(try read { try $0.staff.credentials(email: "admin@example.com") }?.failures == 3)
        let unknown = try program.run(["staff", "unlock", "nobody@example.com", "--data", program.data])
        #expect(unknown.code == 65 && unknown.complaint.contains("nobody on the staff has the address nobody@example.com"))
        let run = try program.run(["staff", "unlock", "Admin@example.com", "--data", program.data])
        #expect(run.code == 0 && run.output.contains("Admin@example.com can sign in again."))
        let account = try #require(try read { try $0.staff.credentials(email: "admin@example.com") })
        #expect(account.failures == 0 && account.lockedUntil == nil)
    }

    @Test func `an only administrator who forgot the password, or lost the telephone, is helped there too`() throws {
        try #require(try add("admin@example.com", role: "administrator").code == 0)
        let database = try PermitDatabase(folder: try DataFolder(path: program.data))
        let secret = [UInt8](repeating: 7, count: 20)
        try database.write { records in
            try records.staff.setPassword("hash", member: 1)
            try records.secondFactors.begin(secret, member: 1, at: Instant(1))
            _ = try records.secondFactors.confirm(secret, step: 1, member: 1, at: Instant(1))
            try records.staff.insert(email: "gone@example.com", name: "Gus Gone", role: .clerk)
            try records.staff.deactivate(member: 2, at: Instant(1))
        }
        database.close()
        let link = try program.run(
            ["staff", "link", "Admin@example.com", "--data", program.data],
            environment: ["PERMIT_PORTAL_ADDRESS": "https://permits.example.gov"])
        #expect(link.code == 0)
        #expect(try #require(link.output.split(separator: "\n").last).hasPrefix("https://permits.example.gov/admin/invitations/"))
        #expect(try read { try $0.staff.credentials(id: 1) }?.passwordHash == "hash")
        let reset = try program.run(["staff", "reset-second-factor", "admin@example.com", "--data", program.data])
        #expect(reset.code == 0 && reset.output.contains("admin@example.com signs in with the password alone"))
        #expect(try read { try $0.staff.credentials(id: 1) }?.hasSecondFactor == false)
        for verb in ["link", "reset-second-factor", "unlock"] {
            for email in ["nobody@example.com", "gone@example.com"] {
                let run = try program.run(["staff", verb, email, "--data", program.data])
                #expect(run.code == 65 && run.complaint.contains("nobody on the staff has the address \(email)"))
            }
        }
    }

    @Test func `somebody new gets a link at the office's own address`() throws {
        let run = try add("Nia@Example.com", environment: ["PERMIT_PORTAL_ADDRESS": "https://permits.example.gov"])
        #expect(run.code == 0)
        #expect(try #require(run.output.split(separator: "\n").last).hasPrefix("https://permits.example.gov/admin/invitations/"))
        let credentials = try #require(try read { try $0.staff.credentials(email: "nia@example.com") })
        #expect(credentials.member.role == .clerk && credentials.member.name == "Nia New" && credentials.passwordHash == nil)
        let again = try add("NIA@example.com")
        #expect(again.code == 65 && again.complaint.contains("is on the staff already") && again.output == "")
    }

    @Test func `a role that is none is told with those there are, and nobody is added`() throws {
        let run = try add("nia@example.com", role: "king")
        #expect(run.code == 64)
        #expect(run.complaint.contains("the role is one of clerk, reviewer, inspector, cashier, administrator"))
        #expect(try add("nia", role: "clerk").code == 65)
        #expect(try read { try $0.staff.credentials(email: "nia@example.com") } == nil)
    }

    @Test func `a wrong address of the portal adds nobody, for the link is printed only once`() throws {
        let run = try add("nia@example.com", environment: ["PERMIT_PORTAL_ADDRESS": "permits"])
        #expect(run.code == 78 && run.complaint.contains("PERMIT_PORTAL_ADDRESS is \"permits\""))
        #expect(try add("nia@example.com").code == 0)
    }
}
