import Foundation
import Permitting
import Testing

@testable import Storage

struct PermitExportTests {
    @Test func `what is exported, imported into an empty office and exported again is the same byte for byte`() throws {
        let office = try ImportOffice()
        _ = try office.load(
            #"""
            PermitNum,PermitType,PermitTypeMapped,PermitClass,PermitClassMapped,WorkClass,WorkClassMapped,Description,StatusCurrent,\#
            AppliedDate,ApprovedDate,IssuedDate,CompletedDate,ExpiresDate,OriginalAddress1,OriginalCity,OriginalState,OriginalZip,\#
            PIN,Latitude,Longitude,EstProjectCost,TotalSqFt,HousingUnits,ContractorCompanyName,ContractorLicNum,Notes
            Z-1,a,b,c,d,e,f,"two
            lines, ""q"" ",Final,2013-07-08,7/9/2013,2013-07-10,2013-07-11,2013-07-12, 1 MAIN ST ,CITY,TX,78701,\#
            P1,30.27672098,-97.70420993,246089.8,1678.0,.5,Rich Builders,lic-1,''@x
            A-1,,,,,,,-dash,,,,,,,,,,,,0.0000001,,0.005,,,Other,,"=1+2,""x"""
            A-2,,,,,,,'plain',,,,,,,"@home",,,,,,,,,,,,

            """#)
        let first = try office.export()
        let empty = try ImportOffice()
        let report = try empty.load(first)
        #expect(report.rejected == 0)
        #expect(report.new == 3)
        #expect(try empty.export() == first)
        #expect(try empty.permit("Z-1")?.description == "two\nlines, \"q\" ")
        #expect(try empty.numbers(ofCompany: "RICH BUILDERS") == ["Z-1"])
    }

    @Test func `the export's own columns are all known to the import`() throws {
        let office = try ImportOffice()
        _ = try office.load("PermitNum\nA-1\n")
        #expect(try ImportOffice().load(office.export()).unknownColumns.isEmpty)
    }

    @Test func `an export that cannot be written says so`() throws {
        let office = try ImportOffice()
        _ = try office.load("PermitNum\nA-1\n")
        #expect(throws: PermitExport.Failure.self) { try PermitExport(reader: office.database.reader()).write(to: -1) }
    }

    @Test func `cells of a file for spreadsheets are quoted and defused, numbers stay numbers`() throws {
        var written: [UInt8] = []
        do {
            var csv = CSVWriter { written += $0 }
            for text in ["plain", "a,b", "say \"x\"", "=1+1", "+1", "-1", "@x", "\tx", "'=1", "", "'tis"] { csv.cell(text) }
            csv.cell(decimal: -97.7)
            csv.cell(cents: -150)
            csv.cell(whole: 3)
            csv.emptyCell()
            try csv.endRow()
            try csv.flush()
        }
        #expect(
            String(decoding: written, as: UTF8.self)
                == "plain,\"a,b\",\"say \"\"x\"\"\",'=1+1,'+1,'-1,'@x,'\tx,''=1,,'tis,-97.7,-1.50,3,\r\n")
    }
}
