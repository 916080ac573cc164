import Permitting
import TestSupport

@testable import Storage

/// A permit office with a handful of permits to find.
struct SearchOffice {
    let office: ImportOffice
    let reader: RecordsReader

    init(_ rows: String = Self.few) throws {
        let office = try ImportOffice()
        _ = try office.load(rows)
        try self.init(office)
    }

    init(_ office: ImportOffice) throws {
        self.office = office
        reader = try office.database.reader()
    }

    static let few = """
        PermitNum,PermitType,Description,StatusCurrent,AppliedDate,IssuedDate,OriginalAddress1,ContractorCompanyName
        RES16-0688,RESIDENTIAL,New house with garage,ACTIVE,2016-01-05,2016-02-01,1968 E DODD RD,RICH CONTRACTOR
        RES16-0689,MECHANICAL,Heat pump,ACTIVE,2016-01-06,2016-03-01,12 Main Street,Café Müller & Söhne
        COM17-0688,COMMERCIAL,"Sign: ""MAIN"" AND more",FINALED,2017-01-05,,200 MAIN ST APT 4,SIGN-O-RAMA
        1980-001138 BP,GARAGE,Garage; street side,VOID,,1980-01-02,1205 Harvey Street A,

        """

    func search(_ query: PermitQuery) throws -> PermitResults { try reader.records.search.find(query) }

    func numbers(
        _ value: String, _ field: PermitQuery.Field = .any, _ comparison: PermitQuery.Operator = .contains,
        order: SearchOrder = .newestFirst
    ) throws -> [String] {
        try search(PermitQuery(field: field, operator: comparison, value: value, order: order)).rows.map(\.number.rawValue)
    }
}
