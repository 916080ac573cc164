import Connectors
import Foundation
import Permitting
import Testing

struct TrialGatewayTests {
    private let gateway = TrialGateway(key: Array("a key of the office".utf8))
    private let stranger = TrialGateway(key: Array("a key of another one".utf8))

    private static func order(amount: Int = 105_470, summary: String = "RES16-0688", method: PaymentMethod.Kind = .card) throws
        -> PaymentOrder
    {
        PaymentOrder(
            reference: try #require(PaymentReference(rawValue: "reference-of-a-payment")), amount: Money(cents: amount),
            method: method,
            summary: summary, returnAddress: "http://localhost:8080/payments/reference-of-a-payment")
    }

    private static func link(_ gateway: TrialGateway, _ order: PaymentOrder) throws -> (order: String, signature: String) {
        let address = try gateway.handOver(order).address
        let prefix = "/trial-provider?order="
        #expect(address.hasPrefix(prefix))
        let parts = address.dropFirst(prefix.count).components(separatedBy: "&signature=")
        return (parts[0], parts[1])
    }

    private static func said(_ outcome: PaymentNotification.Outcome = .approved, amount: Int = 105_470) throws
        -> PaymentNotification
    {
        PaymentNotification(
            reference: try #require(PaymentReference(rawValue: "reference-of-a-payment")), amount: Money(cents: amount),
            outcome: outcome,
            lastFour: outcome == .approved ? "4242" : "")
    }

    // MARK: the order, on its way out

    @Test(arguments: [
        ("RES16-0688", PaymentMethod.Kind.card), ("RES16-0688, RES17-0163", .check), ("B/2020 ü & ?=%", .card), ("", .check),
    ])
    func `an order reads back from its link as it was handed over`(summary: String, method: PaymentMethod.Kind) throws {
        let order = try Self.order(summary: summary, method: method)
        let link = try Self.link(gateway, order)
        #expect(gateway.order(from: link.order, signature: link.signature) == order)
    }

    @Test func `the same order gives the same page`() throws {
        #expect(try gateway.handOver(try Self.order()).address == (try gateway.handOver(try Self.order()).address))
    }

    @Test func `an order with another amount does not fit the signature`() throws {
        let dear = try Self.link(gateway, try Self.order())
        let cheap = try Self.link(gateway, try Self.order(amount: 1))
        #expect(gateway.order(from: cheap.order, signature: dear.signature) == nil)
        #expect(gateway.order(from: dear.order, signature: cheap.signature) == nil)
    }

    @Test func `no byte of an order can be changed`() throws {
        let link = try Self.link(gateway, try Self.order())
        for index in link.order.indices {
            var tampered = link.order
            tampered.replaceSubrange(index...index, with: link.order[index] == "A" ? "B" : "A")
            #expect(gateway.order(from: tampered, signature: link.signature) == nil)
        }
    }

    @Test func `a signature that is cut, empty, or of another key is none`() throws {
        let link = try Self.link(gateway, try Self.order())
        for signature in [
            "", "00", String(link.signature.dropLast(2)), link.signature + "00", String(repeating: "0", count: 64), "zz",
        ] {
            #expect(gateway.order(from: link.order, signature: signature) == nil)
        }
        #expect(stranger.order(from: link.order, signature: link.signature) == nil)
        #expect(gateway.order(from: "", signature: link.signature) == nil)
    }

    @Test func `it has no pages at another origin`() { #expect(gateway.origins == []) }

    // MARK: the notification, on its way in

    @Test(arguments: [PaymentNotification.Outcome.approved, .declined, .cancelled])
    func `a notification reads back as it was sent`(outcome: PaymentNotification.Outcome) throws {
        let signed = gateway.notify(try Self.said(outcome))
        #expect(try gateway.notification(body: signed.body, signature: signed.signature) == (try Self.said(outcome)))
    }

    @Test func `no byte of a notification can be changed, added or left out`() throws {
        let signed = gateway.notify(try Self.said())
        var forgeries = signed.body.indices.map { index in
            var body = signed.body
            body[index] ^= 1
            return body
        }
        forgeries += [signed.body + [0x0A], Array(signed.body.dropLast()), []]
        for body in forgeries {
            #expect(throws: NotificationRefusal.wronglySigned) {
                try gateway.notification(body: body, signature: signed.signature)
            }
        }
    }

    @Test func `a notification that a stranger signed is refused`() throws {
        let forged = stranger.notify(try Self.said())
        #expect(throws: NotificationRefusal.wronglySigned) {
            try gateway.notification(body: forged.body, signature: forged.signature)
        }
        for signature in ["", "00", "not hexadecimal", forged.signature + forged.signature] {
            #expect(throws: NotificationRefusal.wronglySigned) {
                try gateway.notification(body: forged.body, signature: signature)
            }
        }
    }

    @Test func `an order's signature is none for a notification, nor the other way round`() throws {
        let link = try Self.link(gateway, try Self.order())
        #expect(throws: NotificationRefusal.wronglySigned) {
            try gateway.notification(body: Array(link.order.utf8), signature: link.signature)
        }
        let signed = gateway.notify(try Self.said())
        #expect(gateway.order(from: String(decoding: signed.body, as: UTF8.self), signature: signed.signature) == nil)
    }

    @Test func `a signed notification that makes no sense is told apart from a forged one`() throws {
        let strange = gateway.notify(
            PaymentNotification(
                reference: try #require(PaymentReference(rawValue: "reference-of-a-payment")), amount: Money(cents: 1),
                outcome: .approved,
                lastFour: "42\n42"))
        #expect(throws: NotificationRefusal.unreadable) {
            try gateway.notification(body: strange.body, signature: strange.signature)
        }
    }
}
