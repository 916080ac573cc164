/// An object of an agency file, read strictly: `read` hands it to a closure and then refuses every key nobody asked for.
final class AgencyFileObject {
    let file: String
    let path: String
    private let values: [String: JSONValue]
    private var unread: Set<String>

    private init(file: String, path: String, values: [String: JSONValue]) {
        self.file = file
        self.path = path
        self.values = values
        unread = Set(values.keys)
    }

    static func read<T>(
        _ value: JSONValue, file: String, path: String, _ body: (AgencyFileObject) throws -> T
    ) throws -> T {
        guard case .object(let values) = value else {
            throw AgencyFileError(file: file, path: path, reason: "an object is needed here, not \(value.kind)")
        }
        let object = AgencyFileObject(file: file, path: path, values: values)
        let result = try body(object)
        if let key = object.unread.sorted().first {
            throw AgencyFileError(file: file, path: object.place(key), reason: "this key is not known here")
        }
        return result
    }

    func error(_ key: String, _ reason: String) -> AgencyFileError {
        AgencyFileError(file: file, path: place(key), reason: reason)
    }

    func value(_ key: String) throws -> JSONValue {
        guard let value = values[key] else { throw error(key, "this key is missing") }
        unread.remove(key)
        return value
    }

    var keys: [String] { values.keys.sorted() }

    /// An empty key is the object itself.
    private func place(_ key: String) -> String {
        if key.isEmpty { return path }
        return path.isEmpty ? key : path + "." + key
    }
}

extension AgencyFileObject {
    func object<T>(_ key: String, _ body: (AgencyFileObject) throws -> T) throws -> T {
        try Self.read(value(key), file: file, path: place(key), body)
    }

    func list<T>(_ key: String, _ body: (AgencyFileObject) throws -> T) throws -> [T] {
        try items(key).map { try Self.read($0.value, file: file, path: $0.path, body) }
    }

    func text(_ key: String) throws -> String {
        try Self.text(value(key), file: file, path: place(key))
    }

    func texts(_ key: String) throws -> [String] {
        try items(key).map { try Self.text($0.value, file: file, path: $0.path) }
    }

    func flag(_ key: String) throws -> Bool {
        let value = try value(key)
        guard case .bool(let flag) = value else { throw error(key, "true or false is needed here, not \(value.kind)") }
        return flag
    }

    func number(_ key: String, in range: ClosedRange<Int>) throws -> Int {
        let value = try value(key)
        guard case .number(let number) = value else { throw error(key, "a whole number is needed here, not \(value.kind)") }
        guard range.contains(number) else {
            throw error(key, "\(number) is outside \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A value written as text that `read` understands.
    func parsed<T>(_ key: String, as what: String, _ read: (String) -> T?) throws -> T {
        let text = try text(key)
        guard let value = read(text) else { throw error(key, "\(what) is needed here, not \"\(text)\"") }
        return value
    }

    private func items(_ key: String) throws -> [(value: JSONValue, path: String)] {
        let value = try value(key)
        guard case .list(let items) = value else { throw error(key, "a list is needed here, not \(value.kind)") }
        return items.enumerated().map { ($0.element, "\(place(key))[\($0.offset)]") }
    }

    private static func text(_ value: JSONValue, file: String, path: String) throws -> String {
        guard case .text(let text) = value else {
            throw AgencyFileError(file: file, path: path, reason: "text is needed here, not \(value.kind)")
        }
        guard !text.isEmpty else { throw AgencyFileError(file: file, path: path, reason: "this text is empty") }
        return text
    }
}
