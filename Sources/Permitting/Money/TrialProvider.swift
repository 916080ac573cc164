/// The other side of the built-in provider for trying things out: what its own pages need. It takes no money.
public protocol TrialProvider: PaymentGateway {
    /// The order that a link to its page carries; nil for a link it did not make.
    func order(from query: String, signature: String) -> PaymentOrder?

    /// The notification that it sends for this order, with its signature.
    func notify(_ notification: PaymentNotification) -> (body: [UInt8], signature: String)
}
