import Permitting
import Testing

struct PublicAccountsTests {
    @Test(
        arguments: zip(
            PublicAccounts.allCases,
            [
                [], [.view, .linkPermits], [.view, .pay, .linkPermits],
                [.view, .pay, .requestInspections, .sendAttachments, .linkPermits],
            ] as [[AccountRight]]))
    func `a public user may do with a linked permit what the agency's rule says, and nothing as a company`(
        rule: PublicAccounts, rights: [AccountRight]
    ) {
        #expect(AccountRight.allCases.filter(rule.may) == rights)
    }

    @Test func `of a company's people only those who may manage do`() throws {
        let signIn = try Kootenai.agency().signIn
        func rights(_ member: Account.Member?) -> [AccountRight] {
            let account = Account(id: 1, name: "RICH CONTRACTOR", kind: .company, member: member)
            return AccountRight.allCases.filter { signIn.may($0, account) }
        }
        #expect(rights(nil) == AccountRight.allCases.filter { $0 != .linkPermits })
        #expect(rights(.init(id: 1, name: "Max", mayManage: true)) == AccountRight.allCases.filter { $0 != .linkPermits })
        #expect(
            rights(.init(id: 2, name: "Pat", mayManage: false))
                == AccountRight.allCases.filter { $0 != .manageMembers && $0 != .linkPermits })
    }
}
