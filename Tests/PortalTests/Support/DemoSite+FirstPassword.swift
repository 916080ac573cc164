import Permitting
import Storage

extension DemoSite {
    /// The same office where companies sign in for the first time in another way; `more` edits the agency file further.
    static func office(
        _ first: FirstPassword, then sequel: FirstPassword.Sequel?, lists: Bool = true,
        _ more: @escaping (String) -> String = { $0 }
    ) throws -> DemoSite {
        try DemoSite { text in
            let after = sequel.map { "\"afterFirstPassword\": \"\($0.rawValue)\"," } ?? ""
            return more(
                text.replacing("\"firstPassword\": \"pin\"", with: "\"firstPassword\": \"\(first.rawValue)\"")
                    .replacing("\"afterFirstPassword\": \"setUp\",", with: after)
                    .replacing("\"securityQuestion\": true", with: "\"securityQuestion\": false")
                    .replacing("\"listsCompanies\": true", with: "\"listsCompanies\": \(lists)"))
        }
    }

    /// A company as an office has it on file that never let it in.
    @discardableResult
    func addCompany(_ name: String, license: String, phone: String = "", email: String = "") throws -> Int {
        try write { records in
            var company = Contractor(id: 0, companyName: name, license: license)
            (company.phone, company.email) = (phone, email)
            return try records.contractors.insert(company)
        }
    }

    func hasNoMail() throws -> Bool { try outbox().isEmpty }
}
