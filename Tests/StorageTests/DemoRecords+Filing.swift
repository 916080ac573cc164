import Foundation
import Permitting
import TestSupport
import Testing

@testable import Storage

extension DemoRecords {
    func company(_ name: String, license: String = "") throws -> Int {
        try write { try $0.contractors.insert(Contractor(id: 0, companyName: name, license: license)) }
    }

    /// A permit beside the demo's, on the dashboards of these companies.
    @discardableResult
    func file(
        _ number: String, status: String = "ACTIVE", type: String = "RESIDENTIAL", address: String = "",
        expires: AgencyDay? = nil,
        for contractors: [Int]
    ) throws -> Int {
        let number = try #require(PermitNumber(rawValue: number))
        let agency = agency
        return try write { records in
            var permit = Permit(id: 0, number: number, type: type, status: agency.statuses.status(status))
            permit.site = Site(address: address)
            permit.expiresOn = expires
            return try records.permits.insert(permit, contractors: contractors)
        }
    }

    @discardableResult
    func charge(_ cents: Int, on permit: Int, kind: Fee.Kind = .permit, to contractor: Int? = nil) throws -> Int {
        try write {
            try $0.fees.assess(
                permit: permit, name: "PLANNING", amount: Money(cents: cents), kind: kind, on: Self.today, chargedTo: contractor)
        }
    }

    func active(_ contractor: Int, _ order: PermitOrder = PermitOrder(.number), limit: Int = 500, offset: Int = 0) throws
        -> [PermitListing]
    {
        try read {
            try $0.permits.active(contractor: contractor, today: Self.today, order: order, limit: limit, offset: offset)
        }
    }

    func expired(_ contractor: Int, _ order: PermitOrder = PermitOrder(.number), limit: Int = 500, offset: Int = 0) throws
        -> [PermitListing]
    {
        try read {
            try $0.permits.expired(contractor: contractor, today: Self.today, order: order, limit: limit, offset: offset)
        }
    }

    /// Kootenai's agency file with one of its lines said otherwise.
    func agency(saying new: String, insteadOf old: String) throws -> Agency {
        let text = try String(contentsOfFile: ProjectFolder.file("Agencies/kootenai.json"), encoding: .utf8)
        try #require(text.contains(old))
        return try AgencyFile.parse(Data(text.replacingOccurrences(of: old, with: new).utf8), name: "kootenai.json")
    }
}

extension [PermitListing] {
    var numbers: [String] { map(\.permit.number.rawValue) }
}
