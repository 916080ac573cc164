/// What a payment provider does for the portal: redirect out, notification in. The portal itself settles, once.
/// Fulfilled in Connectors. No card number ever reaches this program.
public protocol PaymentGateway: Sendable {
    /// The provider's own page for this order. Asked again for the same order it gives the same page.
    func handOver(_ order: PaymentOrder) throws -> HandOver

    /// Other origins that its pages have, for the page policy; none for one within the portal.
    var origins: [String] { get }

    /// Reads a provider's notification; throws for one that the provider did not sign.
    func notification(body: [UInt8], signature: String) throws(NotificationRefusal) -> PaymentNotification
}

/// Where the visitor goes to pay.
public struct HandOver: Sendable {
    public let address: String
    public init(address: String) { self.address = address }
}

public enum NotificationRefusal: Error, Equatable {
    case wronglySigned
    case unreadable
}
