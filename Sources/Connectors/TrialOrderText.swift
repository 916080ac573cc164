import Credentials
import Permitting

/// An order as the trial provider's link carries it: its fields, a line each, in base64url.
enum TrialOrderText {
    static func write(_ order: PaymentOrder) -> String {
        let lines = [
            order.reference.rawValue, String(order.amount.cents), order.method.rawValue, order.summary, order.returnAddress,
        ]
        return Base64URL.encode(Array(lines.joined(separator: "\n").utf8))
    }

    static func read(_ text: String) -> PaymentOrder? {
        guard let bytes = Base64URL.decode(text) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        guard lines.count == 5, let reference = PaymentReference(rawValue: lines[0]), let cents = Int(lines[1]),
            let method = PaymentMethod.Kind(rawValue: lines[2])
        else { return nil }
        return PaymentOrder(
            reference: reference, amount: Money(cents: cents), method: method, summary: lines[3], returnAddress: lines[4])
    }
}
