import Dispatch
import Foundation

/// Runs a file reader on a thread of its own.
///
/// Unchecked, which is sound
/// because the reader is touched by that thread only, from `start` until `wait` answers.
final class PermitReadingThread: @unchecked Sendable {
    private var reader: PermitFileReader
    private let free: HandOver<ImportBatch>
    private let full: HandOver<ImportMessage>
    private let ended = DispatchSemaphore(value: 0)

    init(_ reader: PermitFileReader, free: HandOver<ImportBatch>, full: HandOver<ImportMessage>) {
        self.reader = reader
        self.free = free
        self.full = full
    }

    func start() {
        let thread = Thread { [self] in
            reader.run(free: free, full: full)
            ended.signal()
        }
        thread.name = "import-reader"
        thread.start()
    }

    func wait() { ended.wait() }
}
