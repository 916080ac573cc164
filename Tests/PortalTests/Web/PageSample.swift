import Mustache
import Testing

@testable import Portal

/// One row for each page of the portal: what its sample shows.
struct PageSample: Sendable, CustomTestStringConvertible {
    let type: String
    let template: String
    let value: Value
    let faults: [Fault]
    let notice: Notice?
    var testDescription: String { type }

    init<P: Page>(_ page: P.Type) {
        type = "\(page)"
        template = page.template
        value = page.sample.value
        faults = page.sample.faults
        notice = page.sample.notice
    }

    static let all = [
        PageSample(HomePage.self), PageSample(ContactPage.self), PageSample(ErrorPage.self),
        PageSample(SignInPage.self), PageSample(FirstLoginPage.self), PageSample(ProfilePage.self), PageSample(SessionsPage.self),
        PageSample(ForgotPasswordPage.self), PageSample(ForgotPasswordNoticePage.self), PageSample(ForgotPasswordSentPage.self),
        PageSample(ResetPasswordPage.self),
        PageSample(SignUpPage.self), PageSample(SignUpSentPage.self), PageSample(ConfirmationPage.self),
        PageSample(PublicSignInPage.self), PageSample(LinkPage.self),
        PageSample(MembersPage.self), PageSample(MemberRemovalPage.self), PageSample(MemberAcceptancePage.self),
        PageSample(MemberProfilePage.self), PageSample(CompanyChoicePage.self), PageSample(ActivityPage.self),
        PageSample(DashboardPage.self),
        PageSample(PermitSearchPage.self), PageSample(PermitFactsPage.self), PageSample(PermitListPage.self),
        PageSample(PermitFeesPage.self), PageSample(PermitReviewsPage.self),
        PageSample(AttachmentsPage.self), PageSample(NewAttachmentPage.self), PageSample(AttachmentRemovalPage.self),
        PageSample(InspectionRequestPage.self), PageSample(InspectionPage.self),
        PageSample(CartPage.self), PageSample(CheckoutPage.self), PageSample(PaymentInProgressPage.self),
        PageSample(PaymentPage.self),
        PageSample(ReceiptPage.self), PageSample(PaidItemsPage.self), PageSample(TrialProviderPage.self),
        PageSample(CounterSignInPage.self), PageSample(InvitationPage.self), PageSample(CounterPage.self),
        PageSample(MailPage.self),
        PageSample(AccountsPage.self), PageSample(AccountPage.self),
        PageSample(SignInCodePage.self), PageSample(StaffProfilePage.self), PageSample(SecondFactorPage.self),
        PageSample(RecoveryCodesPage.self),
        PageSample(StaffAccountsPage.self), PageSample(NewStaffAccountPage.self), PageSample(StaffAccountPage.self),
    ]
}
