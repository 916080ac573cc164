import Permitting
import TestSupport
import Testing

struct StaffPasswordTests {
    private func fits(_ length: Int, hasSecondFactor: Bool) -> Bool {
        let password = String("three quiet herons at the lake".prefix(length))
        return StaffPassword.rule(hasSecondFactor: hasSecondFactor).faults(of: password, names: []).isEmpty
    }

    @Test func `fifteen characters stand alone, eight beside a second factor`() {
        #expect(!fits(14, hasSecondFactor: false) && fits(15, hasSecondFactor: false))
        #expect(!fits(7, hasSecondFactor: true) && fits(8, hasSecondFactor: true))
    }

    @Test func `what does not stand alone is known as short`() {
        #expect(StaffPassword.isShort("fourteen signs") && !StaffPassword.isShort("fifteen signs!!"))
        #expect(!StaffPassword.isShort(String(repeating: "é", count: 15)))
    }

    @Test func `no mixture of characters is asked for`() {
        let rule = StaffPassword.rule(hasSecondFactor: true)
        for password in ["quietheron", "83620571946", "Quiet!Heron"] { #expect(rule.faults(of: password, names: []).isEmpty) }
    }

    @Test(arguments: [false, true])
    func `a second factor is needed where the agency or the password needs one`(agencyAsks: Bool) throws {
        let place = try TemporaryFolder()
        let text = try String(contentsOfFile: ProjectFolder.file("Agencies/kootenai.json"), encoding: .utf8).replacing(
            "\"administratorsNeedSecondFactor\": false", with: "\"administratorsNeedSecondFactor\": \(agencyAsks)")
        let staff = try AgencyFile.read(try place.write(text, to: "office.json")).staff
        for role in StaffRole.allCases {
            #expect(staff.needsSecondFactor(role, hasShortPassword: true))
            #expect(staff.needsSecondFactor(role, hasShortPassword: false) == (agencyAsks && role == .administrator))
        }
    }
}
