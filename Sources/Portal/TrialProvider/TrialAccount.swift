import Permitting

/// The numbers that the trial provider takes: made up, printed on its page, and good for nothing elsewhere.
struct TrialAccount {
    static let approvedCard = "4242 4242 4242 4242"
    static let declinedCard = "4000 0000 0000 0002"
    static let approvedCheck = "110000000 000123456789"

    private let digits: String
    private let method: PaymentMethod.Kind

    init(_ typed: String, method: PaymentMethod.Kind) {
        let isPlain = typed.allSatisfy { $0.isASCII && ($0.isNumber || $0 == " " || $0 == "-") }
        digits = isPlain ? Self.digits(typed) : ""
        self.method = method
    }

    /// nil for any other number: none is looked at any further.
    var outcome: PaymentNotification.Outcome? {
        switch (method, digits) {
        case (.card, Self.digits(Self.approvedCard)), (.check, Self.digits(Self.approvedCheck)): .approved
        case (.card, Self.digits(Self.declinedCard)): .declined
        default: nil
        }
    }

    var lastFour: String { String(digits.suffix(4)) }

    private static func digits(_ text: String) -> String { text.filter { ("0"..."9").contains($0) } }
}
