/// A body that waits for the writer, with the answer its caller waits for.
final class PendingJob<T: Sendable>: WriterJob {
    let isBulk: Bool
    let asked = ContinuousClock.now
    private let body: @Sendable (Connection) throws -> T
    private let answer = Answer<T>()

    init(isBulk: Bool, body: @escaping @Sendable (Connection) throws -> T) {
        self.isBulk = isBulk
        self.body = body
    }

    func perform(on connection: Connection) -> (any Error)? {
        do {
            answer.say(.success(try body(connection)))
            return nil
        } catch {
            answer.say(.failure(error))
            return error
        }
    }

    func fail(_ error: any Error) {
        answer.say(.failure(error))
    }

    func release() {
        answer.release()
    }

    func wait() throws -> T {
        try answer.wait()
    }
}
