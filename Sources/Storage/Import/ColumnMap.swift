import Foundation

/// What a file's own column names mean: a JSON object from the name in the file to the BLDS name.
public struct ColumnMap: Sendable {
    let columns: [String: PermitColumn]

    public static let none = ColumnMap(columns: [:])

    public init(json: Data) throws(ImportError) {
        let names: [String: String]
        do {
            names = try JSONDecoder().decode([String: String].self, from: json)
        } catch {
            throw .badMap(reason: "it is no JSON object of texts")
        }
        var columns: [String: PermitColumn] = [:]
        for (name, target) in names {
            guard let column = PermitColumn(named: target) else {
                throw .badMap(reason: "\"\(target)\" is no BLDS column that is kept")
            }
            columns[PermitColumn.folded(name)] = column
        }
        self.columns = columns
    }

    private init(columns: [String: PermitColumn]) { self.columns = columns }
}
