import Foundation
import Permitting
import Testing

@testable import Storage

struct PermitImportTests {
    private static let header =
        "PermitNum,PermitType,Description,StatusCurrent,IssuedDate,OriginalAddress1,EstProjectCost,ContractorCompanyName\n"

    private static func rows(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { "RES16-\(10_000 + $0),RESIDENTIAL,House \($0),ACTIVE,2016-03-01,\($0) E DODD RD,1000,BUILDER \($0 % 7)\n" }
            .joined()
    }

    @Test func `a row becomes a permit with its own status word, on its company's dashboard`() throws {
        let office = try ImportOffice()
        let report = try office.load(
            #"""
            permit_num,PERMITTYPE,Work Class,description,StatusCurrent,applieddate,issueddate,completeddate,ExpiresDate,\#
            originaladdress1,OriginalCity,originalstate,OriginalZip,pin,latitude,longitude,EstProjectCost,TotalSqFt,\#
            HousingUnits,contractorcompanyname,ContractorLicNum,Publisher
            RES16-0688,RESIDENTIAL,NEW,"House, ""big""",Active,2016-01-05,1/6/2016,2016-02-01T00:00:00.000,2017-01-05,\#
            1968 E DODD RD,HAYDEN,ID,83835,P-1,47.7,-116.8,246089.8,1678.5,1,Rich Contractor,aec0119,Somebody

            """#)
        let permit = try #require(try office.permit("RES16-0688"))
        #expect(permit.type == "RESIDENTIAL")
        #expect(permit.subtype == "NEW")
        #expect(permit.description == "House, \"big\"")
        #expect(permit.status.word == "Active")
        #expect(permit.status.state == office.agency.statuses.status("ACTIVE").state)
        #expect(permit.appliedOn?.rawValue == "2016-01-05")
        #expect(permit.issuedOn?.rawValue == "2016-01-06")
        #expect(permit.finaledOn?.rawValue == "2016-02-01")
        #expect(permit.expiresOn?.rawValue == "2017-01-05")
        #expect(permit.site.line == "1968 E DODD RD, HAYDEN, ID 83835")
        #expect(permit.site.parcel == "P-1")
        #expect(permit.site.valuation == Money(cents: 24_608_980))
        #expect(permit.site.squareFeet == 1678.5)
        #expect(permit.contractorName == "Rich Contractor")
        #expect(try office.numbers(ofCompany: "RICH CONTRACTOR") == ["RES16-0688"])
        #expect(report.new == 1)
        #expect(report.unknownColumns == ["Publisher"])
        #expect(report.unmappedWords.isEmpty)
        #expect(try office.rejects().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: office.rejectsPath))
    }

    @Test func `a company that came with an import cannot sign in`() throws {
        let office = try ImportOffice()
        _ = try office.load(Self.header + Self.rows(1...1))
        let contractors = try office.database.reader().records.contractors
        #expect(try contractors.signingIn(at: .pin, limit: 10).isEmpty)
        #expect(try office.count("contractors") == 1)
    }

    @Test func `new, known, changed and repeated rows may stand in any order, and only the repeated are set aside`() throws {
        let office = try ImportOffice()
        _ = try office.load(Self.header + Self.rows(3...4) + Self.rows(20...20))
        let mixed = [1, 2, 3, 4, 5, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 20, 15, 1, 16].map { Self.rows($0...$0) }.joined()
        let changed = mixed.replacingOccurrences(of: "House 4,", with: "Barn 4,")
        let report = try office.load(Self.header + changed)
        #expect("\(report.new) \(report.updated) \(report.unchanged) \(report.rejected)" == "14 1 2 2")
        #expect(try office.count("permits") == 17)
        #expect(try office.count("permit_contractors") == 17)
        #expect(try office.permit("RES16-10004")?.description == "Barn 4")
        for number in [1, 2, 15, 16, 20] {
            #expect(try office.permit("RES16-\(10_000 + number)")?.description == "House \(number)")
        }
    }

    @Test func `the same file again changes nothing`() throws {
        let office = try ImportOffice()
        let text = Self.header + Self.rows(1...50)
        _ = try office.load(text)
        let before = try office.export()
        let report = try office.load(text)
        #expect(report.unchanged == 50)
        #expect(report.new + report.updated + report.rejected == 0)
        #expect(try office.export() == before)
        #expect(try office.count("contractors") == 7)
        #expect(try office.count("permit_contractors") == 50)
    }

    @Test func `the same rows with their columns in another order change nothing`() throws {
        let office = try ImportOffice()
        _ = try office.load("PermitNum,PermitType,Description\nA-1,ROOF,New roof\n")
        #expect(try office.load("Description,PermitNum,PermitType\nNew roof,A-1,ROOF\n").unchanged == 1)
    }

    @Test func `a changed row changes its columns, and what the office did stands where the row is as it was`() throws {
        let office = try ImportOffice()
        _ = try office.load(Self.header + Self.rows(1...2))
        _ = try office.database.write { records in
            try records.connection.run("UPDATE permits SET status = 'FINALED', state = 'finaled', notes = 'seen'")
        }
        let changed = Self.rows(1...2).replacingOccurrences(of: "House 2,ACTIVE", with: "Barn 2,ACTIVE")
        let report = try office.load(Self.header + changed)
        #expect(report.updated == 1)
        #expect(report.unchanged == 1)
        let same = try #require(try office.permit("RES16-10001"))
        #expect(same.status.word == "FINALED")
        let other = try #require(try office.permit("RES16-10002"))
        #expect(other.description == "Barn 2")
        #expect(other.status.word == "ACTIVE")
        #expect(other.status.state == .active)
        #expect(other.notes == "seen")
        #expect(try office.found("barn") == ["RES16-10002"])
        #expect(try office.found("house") == ["RES16-10001"])
    }

    @Test func `a permit the office made itself takes the file's columns and keeps the rest`() throws {
        let office = try ImportOffice()
        let number = try #require(PermitNumber(rawValue: "RES16-10001"))
        _ = try office.database.write { [agency = office.agency] records in
            var permit = Permit(id: 0, number: number, type: "RESIDENTIAL", status: agency.statuses.status("READY TO ISSUE"))
            permit.notes = "by hand"
            try records.permits.insert(permit, contractors: [])
        }
        let report = try office.load("PermitNum,Description\nRES16-10001,House\n")
        #expect(report.updated == 1)
        let permit = try #require(try office.permit("RES16-10001"))
        #expect(permit.description == "House")
        #expect(permit.status.word == "READY TO ISSUE")
        #expect(permit.type == "RESIDENTIAL")
        #expect(permit.notes == "by hand")
    }

    @Test func `a permit that changes hands leaves the one dashboard and stands on the other`() throws {
        let office = try ImportOffice()
        _ = try office.load("PermitNum,ContractorCompanyName\nA-1,Old Builders\n")
        _ = try office.load("PermitNum,ContractorCompanyName\nA-1,New Builders\n")
        #expect(try office.numbers(ofCompany: "OLD BUILDERS").isEmpty)
        #expect(try office.numbers(ofCompany: "NEW BUILDERS") == ["A-1"])
    }

    @Test func `one licence is one company, and without licence one name is, in any letter case`() throws {
        let office = try ImportOffice()
        _ = try office.load(
            """
            PermitNum,ContractorCompanyName,ContractorLicNum
            A-1,Fox Valley,EL-1
            A-2,Fox Valley,EL-2
            A-3,Fox Valley Ltd,el-1
            A-4,Lone Star,
            A-5, LONE STAR ,
            A-6,,
            A-7,,EL-9

            """)
        #expect(try office.count("contractors") == 4)
        #expect(try office.count("permit_contractors") == 6)
        #expect(try office.numbers(ofCompany: "LONE STAR") == ["A-4", "A-5"])
        #expect(try office.numbers(ofCompany: "EL-9") == ["A-7"])
    }

    @Test func `status words that the agency does not map are kept, counted and never active`() throws {
        let office = try ImportOffice()
        let report = try office.load(
            "PermitNum,StatusCurrent\nA-1,Urgent Care\\'.\nA-2,Zzz\nA-3,Zzz\nA-4,ACTIVE\nA-5,\n")
        #expect(report.new == 5)
        #expect(report.unmappedWords.map(\.word) == ["Zzz", "", "Urgent Care\\'."])
        #expect(report.unmappedWords.map(\.rows) == [2, 1, 1])
        #expect(try office.permit("A-1")?.status.word == "Urgent Care\\'.")
        #expect(try office.permit("A-1")?.status.state == .unknown)
        #expect(try office.count("statuses") == 4)
    }

    @Test func `a map names the columns of a file that has its own`() throws {
        let office = try ImportOffice()
        let map = try ColumnMap(json: Data(#"{"Aktenzeichen": "PermitNum", "what": "description"}"#.utf8))
        let report = try office.load("aktenzeichen,What,Where\nA-1,Roof,here\n", map: map)
        #expect(try office.permit("A-1")?.description == "Roof")
        #expect(report.unknownColumns == ["Where"])
    }

    @Test func `a map that is no map or leads nowhere is refused`() throws {
        #expect(throws: ImportError.badMap(reason: "it is no JSON object of texts")) { try ColumnMap(json: Data("[]".utf8)) }
        #expect(throws: ImportError.badMap(reason: "\"Colour\" is no BLDS column that is kept")) {
            try ColumnMap(json: Data(#"{"a": "Colour"}"#.utf8))
        }
    }

    @Test func `a file without permit numbers, with one column twice or with nothing in it is refused and stores nothing`() throws
    {
        let office = try ImportOffice()
        #expect(throws: ImportError.numberColumnMissing(found: ["Number?", "Description"])) {
            try office.load("Number?,Description\nA-1,x\n")
        }
        #expect(throws: ImportError.columnTwice("PermitNum", first: "PermitNum", second: "permit_num")) {
            try office.load("PermitNum,permit_num\nA-1,A-2\n")
        }
        #expect(throws: ImportError.noColumnNames(reason: "the file is empty")) { try office.load("\n\n") }
        #expect(throws: ImportError.noColumnNames(reason: "text after a closing quote")) { try office.load("\"a\"b\n") }
        #expect(try office.count("permits") == 0)
    }

    @Test func `a column's usual other name counts only where BLDS's own name is not there`() throws {
        let office = try ImportOffice()
        let report = try office.load("PermitNum,Address,OriginalAddress1\nA-1,owner's,1 MAIN ST\n")
        #expect(try office.permit("A-1")?.site.address == "1 MAIN ST")
        #expect(report.unknownColumns == ["Address"])
    }
}
