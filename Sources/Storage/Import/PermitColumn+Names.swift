import SQLite

extension PermitColumn {
    var name: String { facts.name }
    var kind: Kind { facts.kind }
    /// Its column in `permits`. The licence has none.
    var sql: SQL { facts.sql }

    /// The column of that BLDS name; letter case, spaces and underscores do not count.
    init?(named name: String) {
        let folded = Self.folded(name)
        guard let found = Self.allCases.first(where: { Self.folded($0.name) == folded }) else { return nil }
        self = found
    }

    /// The column that cities often call so.
    init?(alsoNamed name: String) {
        let folded = Self.folded(name)
        guard let found = Self.allCases.first(where: { $0.facts.aliases.contains(folded) }) else { return nil }
        self = found
    }

    static func folded(_ name: String) -> String {
        String(decoding: name.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ") }, as: UTF8.self).lowercased()
    }

    private struct Facts {
        let name: String
        let kind: Kind
        let sql: SQL
        var aliases: [String] = []

        init(_ name: String, _ kind: Kind, _ sql: SQL, _ aliases: String...) {
            self.name = name
            self.kind = kind
            self.sql = sql
            self.aliases = aliases
        }
    }

    private var facts: Facts {
        switch self {
        case .permitNum: Facts("PermitNum", .number, "number", "permitnumber")
        case .permitType: Facts("PermitType", .line, "type")
        case .permitTypeMapped: Facts("PermitTypeMapped", .line, "type_mapped")
        case .permitClass: Facts("PermitClass", .line, "class")
        case .permitClassMapped: Facts("PermitClassMapped", .line, "class_mapped")
        case .workClass: Facts("WorkClass", .line, "subtype")
        case .workClassMapped: Facts("WorkClassMapped", .line, "subtype_mapped")
        case .description: Facts("Description", .text, "description")
        case .statusCurrent: Facts("StatusCurrent", .status, "status", "status")
        case .appliedDate: Facts("AppliedDate", .day, "applied_on")
        case .approvedDate: Facts("ApprovedDate", .day, "approved_on")
        case .issuedDate: Facts("IssuedDate", .day, "issued_on", "issuedate")
        case .completedDate: Facts("CompletedDate", .day, "finaled_on", "finaleddate")
        case .expiresDate: Facts("ExpiresDate", .day, "expires_on", "expirationdate")
        case .originalAddress1: Facts("OriginalAddress1", .line, "address", "originaladdress", "address")
        case .originalCity: Facts("OriginalCity", .line, "city")
        case .originalState: Facts("OriginalState", .line, "site_state")
        case .originalZip: Facts("OriginalZip", .line, "zip")
        case .pin: Facts("PIN", .line, "parcel", "parcel", "parcelnumber")
        case .latitude: Facts("Latitude", .decimal, "latitude")
        case .longitude: Facts("Longitude", .decimal, "longitude")
        case .estProjectCost: Facts("EstProjectCost", .cents, "valuation", "estprojectcostdec")
        case .totalSqFt: Facts("TotalSqFt", .decimal, "square_feet")
        case .housingUnits: Facts("HousingUnits", .decimal, "housing_units")
        case .contractorCompanyName: Facts("ContractorCompanyName", .line, "contractor_name", "contractorname")
        case .contractorLicNum: Facts("ContractorLicNum", .license, "", "contractorlicense")
        case .notes: Facts("Notes", .text, "notes")
        }
    }
}
