import TestSupport
import Testing

@testable import Permitting

/// Every key of the files that ship, taken out, misspelt and given another kind of value: none of it goes unnoticed.
struct AgencyFileMutationTests {
    private static func whole(_ name: String) throws -> JSONTree {
        try JSONTree.read(ProjectFolder.file("Agencies/\(name).json"))
    }

    private static func error(_ whole: JSONTree, _ change: (inout JSONTree) throws -> Void) rethrows -> AgencyFileError? {
        var tree = whole
        try change(&tree)
        return AgencyFileTests.error {
            try AgencyFileObject.read(JSONValue(tree), file: "office.json", path: "", Agency.init)
        }
    }

    /// Keys that are an office's own words (types of permits, status words) may be others, and a charge may be none.
    private static func isFree(_ place: [JSONTree.Step]) -> Bool {
        switch place.dropLast() {
        case [.key("statuses")], [.key("inspections"), .key("types")]: true
        default: [.key("charge"), .key("statusOncePaid")].contains(place.dropLast().last)
        }
    }

    private static func keys(_ whole: JSONTree) -> [[JSONTree.Step]] {
        whole.places.filter { if case .key = $0.last { true } else { false } }
    }

    @Test(arguments: AgencyRulesTests.names) func `a key that is taken out is missed`(name: String) throws {
        let whole = try Self.whole(name)
        let keys = Self.keys(whole).filter { !Self.isFree($0) }
        #expect(keys.count > 120)
        for key in keys {
            let error = Self.error(whole) { $0[key] = nil }
            #expect(error == AgencyFileError(file: "office.json", path: JSONTree.name(key), reason: "this key is missing"))
        }
    }

    @Test(arguments: AgencyRulesTests.names) func `a key that is misspelt is missed`(name: String) throws {
        let whole = try Self.whole(name)
        for key in Self.keys(whole).filter({ !Self.isFree($0) }) {
            let error = try Self.error(whole) { tree in
                tree[try Self.misspelt(key)] = tree[key]
                tree[key] = nil
            }
            #expect(error == AgencyFileError(file: "office.json", path: JSONTree.name(key), reason: "this key is missing"))
        }
    }

    @Test(arguments: AgencyRulesTests.names) func `a key that nobody knows is refused wherever it stands`(name: String) throws {
        let whole = try Self.whole(name)
        let objects = Self.keys(whole).map { Array($0.dropLast()) }
        for object in Set(objects.map(JSONTree.name)).compactMap({ name in objects.first { JSONTree.name($0) == name } }) {
            let key = object + [.key("zusatz")]
            if Self.isFree(key), object.last != .key("charge") { continue }
            let error = Self.error(whole) { $0[key] = .text("x") }
            #expect(error?.file == "office.json")
            #expect(error?.path.hasPrefix(JSONTree.name(object)) == true)
            #expect(error?.reason.isEmpty == false)
        }
    }

    @Test(arguments: AgencyRulesTests.names) func `a value of another kind is refused wherever it stands`(name: String) throws {
        let whole = try Self.whole(name)
        let others: [JSONTree] = [.null, .flag(true), .number(7), .fraction(6.5), .text("words"), .list([]), .object([:])]
        for place in whole.places {
            let kind = whole[place].map(Self.kind)
            for other in others where Self.kind(other) != kind {
                let error = Self.error(whole) { $0[place] = other }
                #expect(error?.file == "office.json", "\(other) at \(JSONTree.name(place))")
                #expect(error?.path == JSONTree.name(place))
                #expect(error?.reason.contains("needed here, not ") == true, "\(error?.reason ?? "")")
            }
        }
    }

    private static func kind(_ tree: JSONTree) -> Int {
        switch tree {
        case .null: 0
        case .flag: 1
        case .number: 2
        case .fraction: 3
        case .text: 4
        case .list: 5
        case .object: 6
        }
    }

    private static func misspelt(_ place: [JSONTree.Step]) throws -> [JSONTree.Step] {
        guard case .key(let key) = place.last else { throw Misuse() }
        return place.dropLast() + [.key(key + "s")]
    }

    private struct Misuse: Error {}
}

extension JSONValue {
    /// As the decoder would hand it over; a decoder for each of some two thousand changes would take most of a minute.
    init(_ tree: JSONTree) {
        self =
            switch tree {
            case .null: .null
            case .flag(let flag): .bool(flag)
            case .number(let number): .number(number)
            case .fraction(let number): .fraction(number)
            case .text(let text): .text(text)
            case .list(let list): .list(list.map { JSONValue($0) })
            case .object(let object): .object(object.mapValues { JSONValue($0) })
            }
    }
}
