import Foundation

/// JSON that a test can change at a place, and write again.
enum JSONTree: Codable, Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case fraction(Double)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])

    enum Step: Equatable, Sendable {
        case key(String)
        case index(Int)
    }

    static func read(_ path: String) throws -> JSONTree {
        try JSONDecoder().decode(JSONTree.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    var data: Data { get throws { try JSONEncoder().encode(self) } }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSONTree].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONTree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .fraction(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}

extension JSONTree {
    /// Every place in it but the top, each before what is inside it.
    var places: [[Step]] {
        let parts: [(Step, JSONTree)] =
            switch self {
            case .list(let list): list.enumerated().map { (.index($0.offset), $0.element) }
            case .object(let object): object.sorted { $0.key < $1.key }.map { (.key($0.key), $0.value) }
            default: []
            }
        return parts.flatMap { step, tree in [[step]] + tree.places.map { [step] + $0 } }
    }

    /// As an agency file's errors name a place: "inspections.slots[1].ends".
    static func name(_ place: [Step]) -> String {
        place.reduce("") { path, step in
            switch step {
            case .key(let key): path.isEmpty ? key : path + "." + key
            case .index(let index): path + "[\(index)]"
            }
        }
    }

    /// Setting nil takes a key out of its object.
    subscript(_ place: [Step]) -> JSONTree? {
        get {
            guard let step = place.first else { return self }
            switch (self, step) {
            case (.object(let object), .key(let key)): return object[key]?[Array(place.dropFirst())]
            case (.list(let list), .index(let index)) where list.indices.contains(index):
                return list[index][Array(place.dropFirst())]
            default: return nil
            }
        }
        set {
            guard let step = place.first else {
                if let newValue { self = newValue }
                return
            }
            let rest = Array(place.dropFirst())
            switch (self, step) {
            case (.object(var object), .key(let key)):
                if rest.isEmpty { object[key] = newValue } else { object[key]?[rest] = newValue }
                self = .object(object)
            case (.list(var list), .index(let index)) where list.indices.contains(index):
                list[index][rest] = newValue
                self = .list(list)
            default: break
            }
        }
    }

    subscript(_ keys: String...) -> JSONTree? {
        get { self[keys.map { .key($0) }] }
        set { self[keys.map { .key($0) }] = newValue }
    }
}
