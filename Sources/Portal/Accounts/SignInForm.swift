import HTTP
import Permitting

/// What somebody typed to sign in.
struct SignInForm: Sendable {
    /// As a public user, not for a company.
    let isPublic: Bool
    let company: String
    /// A public user's name or mail address.
    let username: String
    /// Of somebody with a login of their own, where companies are listed.
    let email: String
    /// What the companies were searched for among which one was chosen.
    let search: String
    let password: String
    let next: String?
    let isToBeRemembered: Bool

    init(_ fields: FormFields) {
        isPublic = fields["kind"] == "public"
        username = (fields["username"] ?? "").trimmed
        company = (fields["company"] ?? "").trimmed
        email = (fields["email"] ?? "").trimmed
        search = (fields["find"] ?? "").trimmed
        password = fields["password"] ?? ""
        next = fields["next"]
        isToBeRemembered = fields["remember"] == "yes"
    }

    /// Where to go on: a path of this portal, never another site's ("//evil", "/\evil", "https:evil").
    var destination: String {
        guard let next, next.utf8.count <= 1_000, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\"),
            let target = try? Target(next, for: .get), target.path != Link.login.address
        else { return Link.dashboard.address }
        return next
    }

    /// What may be the address of a login of one's own: typed by itself, or in the company's place.
    var address: EmailAddress? { EmailAddress(rawValue: email.isEmpty ? company : email) }

    var addressFaults: [Fault] {
        guard !email.isEmpty, let wrong = FieldFormat.fault("email", email) else { return [] }
        return [Fault("email", wrong)]
    }

    var faults: [Fault] { password.isEmpty ? [Fault("password", "Type your password")] : [] }
}

extension String {
    /// Without blanks at its ends. For names and numbers, never for passwords.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
