import HTTP
import Storage

enum PermitSearchRoutes {
    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        let query = PermitSearchQuery(request.target.query)
        return try context.page(PermitSearchPage(query: query, results: try context.records.search.find(query.query)))
    }

    /// The results as a file, at most ten thousand of them.
    @Sendable static func download(_ request: Request, _ context: Context) throws -> Response {
        let query = PermitSearchQuery(request.target.query)
        var bytes: [UInt8] = []
        var csv = CSVWriter { bytes += $0 }
        for name in [
            "PermitNum", "OriginalAddress1", "PermitType", "StatusCurrent", "Description", "ContractorCompanyName", "AppliedDate",
            "IssuedDate",
        ] {
            csv.cell(name)
        }
        try csv.endRow()
        try context.records.search.each(query.query) { permit in
            for text in [
                permit.number.rawValue, permit.address, permit.type, permit.status.word, permit.description,
                permit.contractorName,
                permit.appliedOn?.rawValue ?? "", permit.issuedOn?.rawValue ?? "",
            ] {
                csv.cell(text)
            }
            try csv.endRow()
        }
        try csv.flush()
        var response = Response(.ok, body: .bytes(bytes))
        response.headers.add("Content-Type", "text/csv; charset=utf-8")
        response.headers.add("Content-Disposition", ContentDisposition.attachment(named: "permits.csv"))
        return response
    }
}
