import Credentials
import Permitting

/// What talks to other programs: payment providers, mail. The protocols they fulfil are in Permitting.
///
/// The built-in payment provider for trying things out. It takes no money. Its page's link carries the whole order, signed, so
/// it needs no memory of its own; what it answers is signed like a real provider's notification.
public struct TrialGateway: TrialProvider {
    public static let path = "/trial-provider"

    public let origins: [String] = []
    private let key: [UInt8]

    public init(key: [UInt8]) { self.key = key }

    public func handOver(_ order: PaymentOrder) throws -> HandOver {
        let query = TrialOrderText.write(order)
        let signature = Hex.encode(HMAC.sha256(key: key, Array(("order\n" + query).utf8)))
        return HandOver(address: "\(Self.path)?order=\(query)&signature=\(signature)")
    }

    public func order(from query: String, signature: String) -> PaymentOrder? {
        guard let tag = Hex.decode(signature), HMAC.isValid(tag, key: key, message: Array(("order\n" + query).utf8)) else {
            return nil
        }
        return TrialOrderText.read(query)
    }

    public func notify(_ notification: PaymentNotification) -> (body: [UInt8], signature: String) {
        let body = [
            notification.reference.rawValue, String(notification.amount.cents), notification.outcome.rawValue,
            notification.lastFour,
        ].joined(separator: "\n")
        return (Array(body.utf8), Hex.encode(HMAC.sha256(key: key, Array(("notification\n" + body).utf8))))
    }

    public func notification(body: [UInt8], signature: String) throws(NotificationRefusal) -> PaymentNotification {
        guard let tag = Hex.decode(signature), HMAC.isValid(tag, key: key, message: Array("notification\n".utf8) + body) else {
            throw .wronglySigned
        }
        let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard lines.count == 4, let reference = PaymentReference(rawValue: lines[0]), let cents = Int(lines[1]),
            let outcome = PaymentNotification.Outcome(rawValue: lines[2])
        else { throw .unreadable }
        return PaymentNotification(
            reference: reference, amount: Money(cents: cents), outcome: outcome, lastFour: lines[3])
    }
}
