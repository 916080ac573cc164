/// What opens a company's account just now: one thing at a time.
public enum AccountKey: Sendable, Equatable {
    /// A password of its own, by its hash.
    case password(String)
    /// What the office issued, by its hash.
    case issued(String)
    /// The last four digits of its telephone number.
    case telephone(String)

    /// nil where nothing does. A password ends every first one; what the office issued goes before a telephone number.
    /// - Parameter telephone: As it stands on file.
    public init?(passwordHash: String?, issuedHash: String?, telephone: String, at office: FirstPassword) {
        if let passwordHash {
            self = .password(passwordHash)
            return
        }
        switch (office, issuedHash) {
        case (.resetLink, _): return nil
        case (_, let issuedHash?): self = .issued(issuedHash)
        case (.phone, nil):
            guard let number = TelephoneNumber(telephone) else { return nil }
            self = .telephone(number.lastFour)
        case (.pin, nil), (.registrationCode, nil): return nil
        }
    }

    public var isFirst: Bool {
        if case .password = self { false } else { true }
    }
}
