/// How fees are paid online.
public struct AgencyPayments: Sendable {
    /// The agency's name for the provider's fee: "Access Idaho Fee".
    public let convenienceFeeName: String
    public let methods: [PaymentMethod]
    /// What the receipt asks the payer to do next for a permit that is ready to issue.
    public let onceReadyAndPaid: String
    /// By a permit's status in capitals: the one it takes when a payment leaves nothing due.
    private let statusOncePaid: [String: PermitStatus]

    init(_ object: AgencyFileObject, statuses: AgencyStatuses) throws {
        convenienceFeeName = try object.text("convenienceFeeName")
        methods = try object.list("methods", PaymentMethod.init)
        guard !methods.isEmpty else { throw object.error("methods", "there is no method to choose") }
        guard Set(methods.map(\.key)).count == methods.count else { throw object.error("methods", "two methods have one key") }
        onceReadyAndPaid = try object.text("onceReadyAndPaid")
        statusOncePaid = try object.object("statusOncePaid") { words in
            var read: [String: PermitStatus] = [:]
            for word in words.keys {
                let (before, after) = (statuses.status(word), statuses.status(try words.text(word)))
                guard before.state != .unknown else { throw words.error(word, "\"\(word)\" is not mapped under statuses") }
                // Money alone issues and closes nothing.
                guard after.state == before.state else {
                    throw words.error(
                        word, "\"\(after.word)\" is not mapped to \(before.state), as \"\(word)\" is under statuses")
                }
                read[word.uppercased()] = after
            }
            return read
        }
    }

    /// What a permit's status is once a payment is settled; nil where it stays.
    public func status(after status: PermitStatus, balance: Money) -> PermitStatus? {
        balance <= .zero ? statusOncePaid[status.word.uppercased()] : nil
    }

    public func method(_ key: String) -> PaymentMethod? { methods.first { $0.key == key } }
}

extension PaymentMethod {
    init(_ object: AgencyFileObject) throws {
        let charge: Charge = try object.object("charge") { charge in
            if charge.keys == ["percent"] {
                .percent(try charge.parsed("percent", as: "a percentage such as 2.5", Percentage.init(text:)))
            } else if charge.keys == ["fixed"] {
                .fixed(try charge.parsed("fixed", as: "an amount such as 1.50", { Money(text: $0) }))
            } else if charge.keys.isEmpty {
                .none
            } else {
                throw charge.error("", "either percent or fixed is needed here, or nothing for no fee")
            }
        }
        self.init(
            key: try object.text("key"), label: try object.text("label"),
            kind: try object.parsed("kind", as: "card or check", Kind.init(rawValue:)), charge: charge)
    }
}
