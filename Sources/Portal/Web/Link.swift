import HTTP
import Permitting

/// Every address of the portal. Features never paste one together.
enum Link {
    /// What follows the permit's number in the address.
    enum Tab: String, CaseIterable {
        case info = ""
        case site = "/site"
        case contacts = "/contacts"
        case fees = "/fees"
        case inspections = "/inspections"
        case conditions = "/conditions"
        case reviews = "/reviews"
        case attachments = "/attachments"
    }

    case home, login, publicLogin, logout, firstLogin, forgotPassword, forgotPasswordSent, resetPassword(String)
    case signUp, signUpSent, confirmation(String), emailCancellation, emailAttempt
    case permitLinks, linkRemoval(PermitNumber, Int)
    case dashboard, profile, sessions, activity, companies, contact
    case members, memberInvitation(Int), memberRight(Int), memberRemoval(Int), memberAcceptance(String), memberUnlocking(Int)
    case cart, cartRecords, checkout, receipts
    case search([(String, String)]), searchDownload([(String, String)])
    case permit(PermitNumber, Tab)
    case newAttachment(PermitNumber), attachment(PermitNumber, Int), attachmentRemoval(PermitNumber, Int)
    case newInspection(PermitNumber), inspection(Int), cancellation(Int)
    case payment(PaymentReference), paymentCancellation(PaymentReference), notification
    case receipt(ReceiptNumber)
    case counter, counterLogin, signInCode, invitation(String)
    case staffProfile, staffSessions, secondFactor, secondFactorConfirmation
    case staffAccounts, newStaffAccount, staffAccount(Int), staffRole(Int), staffInvitation(Int), staffUnlocking(Int)
    case staffDeactivation(Int), staffReactivation(Int), staffFactorRemoval(Int)
    case mail, mailAttempt(Int)
    case accounts, account(Int), accountUnlocking(Int), accountSignOut(Int), accountPIN(Int)
    case issuance(PermitNumber), assignment(Int)
    case trialProvider
    case asset(String)

    var address: String {
        switch self {
        case .home: "/"
        case .login: "/login"
        case .publicLogin: "/login?kind=public"
        case .logout: "/logout"
        case .firstLogin: "/first-login"
        case .forgotPassword: "/forgot-password"
        case .forgotPasswordSent: "/forgot-password/sent"
        case .resetPassword(let token): "/reset-password/" + token
        case .signUp: "/account/new"
        case .signUpSent: "/account/new/sent"
        case .confirmation(let token): "/confirm-email/" + token
        case .emailCancellation: "/profile/email/cancellation"
        case .emailAttempt: "/profile/email/attempt"
        case .permitLinks: "/permits/link"
        case .linkRemoval(let number, let user): Self.path("/permits/", number, "/links/\(user)/removal")
        case .dashboard: "/dashboard"
        case .profile: "/profile"
        case .sessions: "/profile/sessions"
        case .activity: "/profile/activity"
        case .companies: "/profile/companies"
        case .members: "/profile/members"
        case .memberInvitation(let id): "/profile/members/\(id)/invitation"
        case .memberRight(let id): "/profile/members/\(id)/right"
        case .memberRemoval(let id): "/profile/members/\(id)/removal"
        case .memberAcceptance(let token): "/invitations/" + token
        case .memberUnlocking(let id): "/admin/members/\(id)/unlocking"
        case .contact: "/contact"
        case .cart: "/cart"
        case .cartRecords: "/cart/records"
        case .checkout: "/checkout"
        case .receipts: "/receipts"
        case .search(let query): Self.query("/permits", query)
        case .searchDownload(let query): Self.query("/permits.csv", query)
        case .permit(let number, let tab): Self.path("/permits/", number, tab.rawValue)
        case .newAttachment(let number): Self.path("/permits/", number, "/attachments/new")
        case .attachment(let number, let id): Self.path("/permits/", number, "/attachments/\(id)")
        case .attachmentRemoval(let number, let id): Self.path("/permits/", number, "/attachments/\(id)/removal")
        case .newInspection(let number): Self.path("/permits/", number, "/inspections/new")
        case .inspection(let id): "/inspections/\(id)"
        case .cancellation(let id): "/inspections/\(id)/cancellation"
        case .payment(let reference): "/payments/" + reference.rawValue
        case .paymentCancellation(let reference): "/payments/" + reference.rawValue + "/cancellation"
        case .notification: "/payments/notifications"
        case .receipt(let number): "/receipts/\(number)"
        case .counter: "/admin"
        case .counterLogin: "/admin/login"
        case .signInCode: "/admin/login/code"
        case .invitation(let token): "/admin/invitations/" + token
        case .mail: "/admin/mail"
        case .mailAttempt(let id): "/admin/mail/\(id)/attempt"
        case .accounts: "/admin/accounts"
        case .account(let id): "/admin/accounts/\(id)"
        case .accountUnlocking(let id): "/admin/accounts/\(id)/unlocking"
        case .accountSignOut(let id): "/admin/accounts/\(id)/sign-out"
        case .accountPIN(let id): "/admin/accounts/\(id)/pin"
        case .staffProfile: "/admin/profile"
        case .staffSessions: "/admin/profile/sessions"
        case .secondFactor: "/admin/profile/second-factor"
        case .secondFactorConfirmation: "/admin/profile/second-factor/confirmation"
        case .staffAccounts: "/admin/staff"
        case .newStaffAccount: "/admin/staff/new"
        case .staffAccount(let id): "/admin/staff/\(id)"
        case .staffRole(let id): "/admin/staff/\(id)/role"
        case .staffInvitation(let id): "/admin/staff/\(id)/invitation"
        case .staffUnlocking(let id): "/admin/staff/\(id)/unlocking"
        case .staffDeactivation(let id): "/admin/staff/\(id)/deactivation"
        case .staffReactivation(let id): "/admin/staff/\(id)/reactivation"
        case .staffFactorRemoval(let id): "/admin/staff/\(id)/second-factor/removal"
        case .issuance(let number): Self.path("/admin/permits/", number, "/issuance")
        case .assignment(let id): "/admin/inspections/\(id)/assignment"
        case .trialProvider: "/trial-provider"
        case .asset(let name): "/assets/" + name
        }
    }

    private static func query(_ path: String, _ fields: [(String, String)]) -> String {
        fields.isEmpty ? path : path + "?" + FormFields.encode(fields)
    }

    /// A number as one part of a path. `%`, `/` and `\` are escaped once more beneath the percent-encoding, because a server that
    /// is strict about paths refuses an encoded slash.
    private static func path(_ start: StaticString, _ number: PermitNumber, _ end: String = "") -> String {
        var (text, end) = (number.rawValue, end)
        return text.withUTF8 { plain in end.withUTF8 { end in path(start, plain, end) } }
    }

    /// A page has dozens of these, so they are written in one go. No byte becomes more than five.
    private static func path(
        _ start: StaticString, _ plain: UnsafeBufferPointer<UInt8>, _ end: UnsafeBufferPointer<UInt8>
    ) -> String {
        let isOnlyDots = plain.allSatisfy { $0 == UInt8(ascii: ".") }
        return String(unsafeUninitializedCapacity: start.utf8CodeUnitCount + plain.count * 5 + end.count) { room in
            var count = 0
            write(start, into: room, &count)
            for byte in plain {
                switch byte {
                case _ where isUnreserved(byte), UInt8(ascii: ".") where !isOnlyDots:
                    room[count] = byte
                    count += 1
                case UInt8(ascii: "."): write("%252E", into: room, &count)
                case UInt8(ascii: "%"): write("%2525", into: room, &count)
                case UInt8(ascii: "/"): write("%252F", into: room, &count)
                case UInt8(ascii: "\\"): write("%255C", into: room, &count)
                default:
                    room[count] = UInt8(ascii: "%")
                    room[count + 1] = hexDigit(byte >> 4)
                    room[count + 2] = hexDigit(byte & 15)
                    count += 3
                }
            }
            for byte in end {
                room[count] = byte
                count += 1
            }
            return count
        }
    }

    private static func write(_ text: StaticString, into room: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
        for offset in 0..<text.utf8CodeUnitCount { room[count + offset] = text.utf8Start[offset] }
        count += text.utf8CodeUnitCount
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func hexDigit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
}

extension PermitNumber {
    /// The number in a decoded part of a path.
    init?(segment: String) {
        let text = segment.replacing("%2F", with: "/").replacing("%5C", with: "\\").replacing("%2E", with: ".")
        self.init(rawValue: text.replacing("%25", with: "%"))
    }
}
