import Foundation
import Portal
import Server

/// What the environment says: settings of the machine rather than of the agency.
enum Surroundings {
    /// PERMIT_PORTAL_ADDRESS, the address users type; without it, this machine's own.
    static func baseAddress(port: UInt16) throws -> BaseAddress {
        let text = ProcessInfo.processInfo.environment["PERMIT_PORTAL_ADDRESS"] ?? "http://localhost:\(port)"
        guard let address = BaseAddress(text) else {
            throw CommandError.configuration(
                "PERMIT_PORTAL_ADDRESS is \"\(text)\"; it has to be like https://permits.example.gov")
        }
        return address
    }

    /// PERMIT_PORTAL_SENDMAIL, a command that takes mail as sendmail does: "/usr/sbin/sendmail -i -t". Without it mail is kept.
    static var sendmail: String { ProcessInfo.processInfo.environment["PERMIT_PORTAL_SENDMAIL"] ?? "" }

    /// PERMIT_PORTAL_PASSWORD_COST, what hashing a password costs; without it, the usual. Below 5 is for tests.
    static func passwordCost() throws -> Int? {
        guard let text = ProcessInfo.processInfo.environment["PERMIT_PORTAL_PASSWORD_COST"] else { return nil }
        let costs = PermitSite.Configuration.passwordCosts
        guard let cost = Int(text), costs.contains(cost) else {
            throw CommandError.configuration(
                "PERMIT_PORTAL_PASSWORD_COST is \"\(text)\"; it has to be a number from \(costs.lowerBound) to \(costs.upperBound)"
            )
        }
        return cost
    }

    /// PERMIT_PORTAL_FORWARDED, the fields in which those proxies say it: "either" (without it), "x-forwarded" or "forwarded".
    static func forwardedFields() throws -> ForwardedFields {
        let text = ProcessInfo.processInfo.environment["PERMIT_PORTAL_FORWARDED"] ?? ForwardedFields.either.rawValue
        guard let fields = ForwardedFields(rawValue: text) else {
            let words = ForwardedFields.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandError.configuration("PERMIT_PORTAL_FORWARDED is \"\(text)\"; it has to be one of \(words)")
        }
        return fields
    }

    /// PERMIT_PORTAL_PROXIES, the addresses of the proxies in front, separated by commas. Only these are believed about who asks.
    static var proxies: Set<String> {
        let text = ProcessInfo.processInfo.environment["PERMIT_PORTAL_PROXIES"] ?? ""
        return Set(text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty })
    }
}
