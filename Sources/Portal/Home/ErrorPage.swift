import Mustache
import Permitting

/// Why a page is not shown, in the user's words.
struct ErrorPage: Page {
    static let template = "Home/Error"
    let title: String
    let text: String

    static let shape = Shape("title", "text")
    var value: Value { Self.shape(.text(title), .text(text)) }

    static let sample = ErrorPage.fault("1a2b3c4d")
    static let notFound = ErrorPage(
        title: "Page not found", text: "There is nothing at this address. Search for a permit by its number or address instead.")
    static let linkUsed = ErrorPage(
        title: "This link does not work any more",
        text:
            "A link to set a password works once, for \(PasswordReset.linkMinutes) minutes. Ask for another one under Forgot Password."
    )
    static let confirmationUsed = ErrorPage(
        title: "This link does not work any more",
        text:
            "A link to confirm an address works once, for \(EmailConfirmation.linkMinutes / 60) hours. If your account is open, sign in; otherwise set it up again, or ask for the link again under VIEW/EDIT PROFILE."
    )
    static let invitationUsed = ErrorPage(
        title: "This invitation does not work any more",
        text:
            "An invitation works once, for \(Member.invitationHours) hours, and the one sent last only. Ask whoever invited you to send it again."
    )
    static let wrongMethod = ErrorPage(title: "Page not found", text: "This address does not take that kind of request.")
    static let forbidden = ErrorPage(
        title: "This is not open to you", text: "You are signed in, but this page belongs to somebody else.")
    static let crossSite = ErrorPage(
        title: "This form came from another site", text: "Nothing was changed. Open the page here and send the form again.")
    static let formExpired = ErrorPage(
        title: "This form is too old",
        text:
            "You have signed in or out since you opened it, or cookies are switched off. Nothing was changed. Go back, reload the page and send it again."
    )

    static func paidAtTheCounter(_ office: AgencyOffice) -> ErrorPage {
        ErrorPage(
            title: "Fees are paid at the counter",
            text: "\(office.paidAtTheCounter) Your dashboard shows what is due.")
    }

    static func tooManyAttempts(seconds: Int) -> ErrorPage {
        let wait = seconds <= 60 ? "a minute" : "\((seconds + 59) / 60) minutes"
        return ErrorPage(
            title: "Too many sign-ins failed",
            text:
                "There were too many wrong passwords from your network, or from everywhere. Your password was not looked at. Try again in \(wait)."
        )
    }

    static func badRequest(_ what: String) -> ErrorPage { ErrorPage(title: "This request cannot be read", text: what) }

    /// `most` is what a file may have, on a page that takes files.
    static func tooLarge(most: FileSize?) -> ErrorPage {
        guard let most else {
            return ErrorPage(title: "This is too large", text: "More was sent than this page takes. Nothing was saved.")
        }
        return ErrorPage(
            title: "This file is too large",
            text: "A file may have at most \(most). Nothing was saved. Go back, and choose a smaller file or send it in parts.")
    }

    static func fault(_ reference: String) -> ErrorPage {
        ErrorPage(
            title: "Something went wrong here",
            text:
                "It is our fault, not yours, and nothing you sent was saved by this step. Please try again in a minute. If you call the office about it, say the reference number \(reference)."
        )
    }

    static func diskFull(_ reference: String) -> ErrorPage {
        ErrorPage(
            title: "The office's computer is full",
            text: "Nothing was saved by this step. Please call the office and say the reference number \(reference).")
    }
}
