/// A statement's run with its values where SQLite may look at them without a copy. They stay there to the end of the program.
/// `@unchecked Sendable` because nobody changes the bytes once they are there.
struct BareRun: @unchecked Sendable {
    enum Value {
        case null
        case integer(Int64)
        case text(UnsafeBufferPointer<CChar>)
        case blob(UnsafeBufferPointer<CChar>)
    }

    let statement: Int
    let values: [Value]

    init(_ run: StatementRecorder.Run) {
        statement = run.statement
        values = run.values.map { value in
            switch value {
            case .null: .null
            case .integer(let integer): .integer(integer)
            case .text(let bytes): .text(Self.kept(bytes))
            case .blob(let bytes): .blob(Self.kept(bytes))
            }
        }
    }

    private static func kept(_ bytes: [UInt8]) -> UnsafeBufferPointer<CChar> {
        // One byte more, so that an empty text has an address: without one it would be NULL.
        let room = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count + 1)
        for (index, byte) in bytes.enumerated() { room[index] = CChar(bitPattern: byte) }
        return UnsafeBufferPointer(start: room.baseAddress, count: bytes.count)
    }
}
