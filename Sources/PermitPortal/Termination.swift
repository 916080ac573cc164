import Dispatch
import Foundation

/// SIGTERM and SIGINT, from when it is made until the first of them came. A second one then ends the program at once, as signals
/// do by themselves. Make it before the server starts: whoever reads its address may end it at once.
struct Termination {
    private static let numbers = [SIGTERM, SIGINT]

    private let asked = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    init() {
        let asked = asked
        sources = Self.numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in asked.signal() }
            source.resume()
            return source
        }
    }

    func wait() {
        asked.wait()
        for source in sources { source.cancel() }
        for number in Self.numbers { signal(number, SIG_DFL) }
    }
}
