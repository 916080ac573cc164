import Dispatch
import Foundation
import Testing

@testable import Credentials

struct TurnsTests {
    @Test func `a third caller waits until one of two is done`() {
        let turns = Turns(atOnce: 2)
        let entered = DispatchSemaphore(value: 0)
        let leave = DispatchSemaphore(value: 0)
        let all = DispatchGroup()
        for _ in 0..<3 {
            all.enter()
            Thread.detachNewThread {
                turns.take {
                    entered.signal()
                    leave.wait()
                }
                all.leave()
            }
        }
        entered.wait()
        entered.wait()
        let waits = entered.wait(timeout: .now() + .milliseconds(50)) == .timedOut
        #expect(waits, "a third was let in")
        leave.signal()
        if waits { entered.wait() }
        leave.signal()
        leave.signal()
        all.wait()
    }

    @Test func `a turn is given back when the work fails`() {
        struct Failed: Error {}
        let turns = Turns(atOnce: 1)
        for _ in 0..<3 {
            #expect(throws: Failed.self) { try turns.take { throw Failed() } }
        }
        #expect(turns.take { 7 } == 7)
    }
}
