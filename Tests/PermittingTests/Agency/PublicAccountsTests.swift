import Permitting
import Testing

struct PublicAccountsTests {
    @Test(
        arguments: zip(
            PublicAccounts.allCases,
            [[], [.view], [.view, .pay], [.view, .pay, .requestInspections, .sendAttachments]] as [[AccountRight]]))
    func `a public user may do with a linked permit what the agency's rule says, and nothing as a company`(
        rule: PublicAccounts, rights: [AccountRight]
    ) {
        #expect(AccountRight.allCases.filter(rule.may) == rights)
    }
}
