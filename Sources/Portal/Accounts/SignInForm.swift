import HTTP

/// What somebody typed to sign in.
struct SignInForm: Sendable {
    let company: String
    /// What the companies were searched for among which one was chosen.
    let search: String
    let password: String
    let next: String?
    let isToBeRemembered: Bool

    init(_ fields: FormFields) {
        company = (fields["company"] ?? "").trimmed
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
