import Mustache
import Storage

/// "Permit Search": the form, and what it found.
struct PermitSearchPage: Page {
    static let template = "Permits/Search"
    let fieldChoice: Choice
    let operatorChoice: Choice
    let typed: String
    let table: Table
    /// Where the results could not be sorted as asked, or not all be counted.
    let remark: String?
    let downloadAddress: String

    init(query: PermitSearchQuery, results: PermitResults) {
        fieldChoice = Choice(
            name: "by", label: "Search By",
            options: PermitQuery.Field.allCases.map { .init(value: $0.rawValue, label: $0.label) }, selected: query.field.rawValue
        )
        operatorChoice = Choice(
            name: "op", label: "Operator",
            options: PermitQuery.Operator.allCases.map { .init(value: $0.rawValue, label: $0.label) },
            selected: query.operation.rawValue)
        typed = query.value
        table = PermitResultsTable(query: query, results: results).table
        downloadAddress = Link.searchDownload(query.fields()).address
        if results.sortedBy != query.order {
            remark = "These are too many to sort by a column: the newest stand first. Search for something narrower to sort."
        } else {
            remark =
                results.isTotalExact
                ? nil : "Only the newest \(Self.grouped(results.total)) are shown. Search for something narrower to see others."
        }
    }

    /// "10,000"
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return String(
            digits.enumerated().flatMap { index, digit in
                index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
            })
    }

    private init() {
        fieldChoice = Choice(name: "by", label: "Search By", options: [.init(value: "any", label: "Anything")])
        operatorChoice = Choice(name: "op", label: "Operator", options: [.init(value: "contains", label: "Contains")])
        typed = "dodd"
        table = Table(
            id: "results", caption: "Results", total: "1 total record(s)", columns: [Table.Column(label: "PERMIT NO.")],
            rows: [Table.Row(id: "permit-1", cells: [Cell("PERMIT NO.", "RES16-0688")])])
        remark = "Only the newest 10,000 are shown."
        downloadAddress = "/permits.csv?value=dodd"
    }

    static let sample = PermitSearchPage()
    private static let shape = Shape(
        "action", "fieldChoice", "operatorChoice", "typed", "table", "remark", "hasResults", "downloadAddress")
    var value: Value {
        Self.shape(
            .text(Link.search([]).address), fieldChoice.content, operatorChoice.content, .filled(typed), table.value,
            .optional(remark), .flag(!table.isEmpty), .text(downloadAddress))
    }
}

extension PermitQuery.Field {
    fileprivate var label: String {
        switch self {
        case .any: "Anything"
        case .number: "Permit Number"
        case .address: "Address"
        case .contractor: "Contractor"
        case .description: "Description"
        }
    }
}

extension PermitQuery.Operator {
    fileprivate var label: String {
        switch self {
        case .contains: "Contains"
        case .beginsWith: "Begins With"
        case .equals: "Equals"
        }
    }
}
