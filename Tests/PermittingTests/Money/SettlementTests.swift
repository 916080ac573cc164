import Permitting
import Testing

struct SettlementTests {
    enum Answer: Equatable, Sendable {
        case does(Settlement)
        case refuses(Settlement.Refusal)
    }

    private static func answer(
        _ state: Payment.State, _ outcome: PaymentNotification.Outcome, saying said: Money = Money(cents: 105_470)
    ) throws -> Answer {
        let reference = try #require(PaymentReference(rawValue: "reference-of-a-payment"))
        let payment = Payment(
            id: 1, reference: reference, contractorID: 1, methodKey: "card", fees: Money(cents: 102_398),
            convenienceFee: Money(cents: 3_072), state: state, startedAt: Instant(0),
            receipt: state == .settled ? ReceiptNumber(rawValue: 1) : nil)
        let notification = PaymentNotification(reference: reference, amount: said, outcome: outcome, lastFour: "4242")
        do {
            return .does(try Settlement(of: notification, for: payment))
        } catch {
            return .refuses(error)
        }
    }

    @Test(arguments: [
        (Payment.State.open, PaymentNotification.Outcome.approved, Answer.does(.settle)),
        (.open, .declined, .does(.end(.declined))), (.open, .cancelled, .does(.end(.cancelled))),
        (.settled, .approved, .does(.nothing)), (.settled, .declined, .does(.nothing)), (.settled, .cancelled, .does(.nothing)),
        (.declined, .approved, .refuses(.afterTheEnd(.declined))), (.declined, .declined, .does(.nothing)),
        (.declined, .cancelled, .does(.nothing)), (.cancelled, .approved, .refuses(.afterTheEnd(.cancelled))),
        (.cancelled, .declined, .does(.nothing)), (.cancelled, .cancelled, .does(.nothing)),
    ])
    func `only an open payment changes, and money that comes after its end is told`(
        state: Payment.State, outcome: PaymentNotification.Outcome, expected: Answer
    ) throws {
        #expect(try Self.answer(state, outcome) == expected)
    }

    @Test(arguments: [Payment.State.open, .settled, .declined, .cancelled], [0, 102_398, 105_469, 105_471, -105_470, Int.max])
    func `another amount than was asked for is refused in every state`(state: Payment.State, cents: Int) throws {
        let said = Money(cents: cents)
        for outcome in [PaymentNotification.Outcome.approved, .declined, .cancelled] {
            #expect(
                try Self.answer(state, outcome, saying: said)
                    == .refuses(.anotherAmount(asked: Money(cents: 105_470), said: said)))
        }
    }
}
