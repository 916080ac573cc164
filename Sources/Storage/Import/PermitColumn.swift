/// The columns of a permit data file that are kept, in the order they are exported; the raw value is part of every stored
/// digest, so a number once given stays.
///
/// Names are those of BLDS, the Building & Land Development Specification (permitdata.org), and two that it lacks:
/// ApprovedDate and Notes.
enum PermitColumn: UInt8, CaseIterable, Sendable {
    case permitNum = 1
    case permitType = 2
    case permitTypeMapped = 3
    case permitClass = 4
    case permitClassMapped = 5
    case workClass = 6
    case workClassMapped = 7
    case description = 8
    case statusCurrent = 9
    case appliedDate = 10
    case approvedDate = 11
    case issuedDate = 12
    case completedDate = 13
    case expiresDate = 14
    case originalAddress1 = 15
    case originalCity = 16
    case originalState = 17
    case originalZip = 18
    case pin = 19
    case latitude = 20
    case longitude = 21
    case estProjectCost = 22
    case totalSqFt = 23
    case housingUnits = 24
    case contractorCompanyName = 25
    case contractorLicNum = 26
    case notes = 27

    enum Kind {
        case number
        case status
        /// One line of text, or text that may run over several.
        case line
        case text
        case day
        case cents
        case decimal
        /// Names the company, and is no column of a permit.
        case license
    }
}
