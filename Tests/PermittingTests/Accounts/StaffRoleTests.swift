import Permitting
import Testing

struct StaffRoleTests {
    @Test(arguments: [
        (StaffRole.clerk, true, true, true), (.reviewer, true, false, false), (.inspector, true, false, true),
        (.cashier, true, false, false),
        (.administrator, true, true, true),
    ])
    func `a role may do its own work and nobody else's`(role: StaffRole, sees: Bool, issues: Bool, assigns: Bool) {
        #expect(role.may(.seeQueues) == sees)
        #expect(role.may(.issuePermits) == issues)
        #expect(role.may(.assignInspections) == assigns)
        #expect(role.may(.removeAttachments) == issues)
    }

    @Test func `accounts are the clerk's and the administrator's, the staff's own the administrator's alone`() {
        #expect(StaffRole.allCases.filter { $0.may(.manageAccounts) } == [.clerk, .administrator])
        #expect(StaffRole.allCases.filter { $0.may(.manageStaff) } == [.administrator])
    }

    @Test func `whoever works at the office keeps an own account`() {
        #expect(StaffRole.allCases.allSatisfy { $0.may(.keepOwnAccount) })
    }

    @Test func `these are all the roles there are`() {
        #expect(StaffRole.allCases.map(\.rawValue) == ["clerk", "reviewer", "inspector", "cashier", "administrator"])
    }
}
