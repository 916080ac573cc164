extension RecordsCopy {
    /// Why the records in the folder stayed as they were.
    public enum Refusal: Error, Equatable, CustomStringConvertible {
        case inUse(path: String)
        case unsound(path: String, reason: String)
        case incomplete(count: Int, path: String)
        case cannot(String, path: String, reason: String)

        public var description: String {
            switch self {
            case .inUse(let path): "\(path) is no copy but a database in use: \(path)-wal belongs to it; `backup` makes a copy"
            case .unsound(let path, let reason): "\(path) holds no sound records: \(reason)"
            case .incomplete(let count, let path):
                "\(count) of its attachments \(count == 1 ? "is" : "are") missing, the first of them \(path); --without-attachments goes on without"
            case .cannot(let what, let path, let reason): "\(path) cannot be \(what): \(reason)"
            }
        }
    }
}
