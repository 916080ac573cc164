import Foundation
import Mustache

/// JSON as a template sees it. Numbers are text, written as shortly as they were meant.
enum JSONData {
    static func read(_ data: Data) throws -> Value {
        do {
            return value(try JSONDecoder().decode(Node.self, from: data))
        } catch DecodingError.dataCorrupted(let context) {
            throw CommandError.badData("standard input is not JSON: \(context.debugDescription)")
        } catch is DecodingError {
            throw CommandError.badData("standard input holds a number that is too large")
        }
    }

    private indirect enum Node: Decodable {
        case null
        case flag(Bool)
        case text(String)
        case list([Node])
        case object([String: Node])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Int.self) {
                self = .text(String(number))
            } else if let number = try? container.decode(Decimal.self) {
                self = .text(number.description)
            } else if let list = try? container.decode([Node].self) {
                self = .list(list)
            } else {
                self = .object(try container.decode([String: Node].self))
            }
        }
    }

    private static func value(_ node: Node) -> Value {
        switch node {
        case .null: .nothing
        case .flag(let flag): .flag(flag)
        case .text(let text): .text(text)
        case .list(let list): .list(list.map { value($0) })
        case .object(let fields): object(fields)
        }
    }

    private static func object(_ fields: [String: Node]) -> Value {
        let sorted = fields.sorted { $0.key < $1.key }
        return Shape(names: sorted.map(\.key)).object(of: sorted.map { value($0.value) })
    }
}
