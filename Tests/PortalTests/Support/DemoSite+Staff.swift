import Credentials
import Permitting
import SQLite
import Storage
import Testing

extension DemoSite {
    static let longPassword = "three quiet herons"

    func account(_ email: String) throws -> StaffStore.Credentials {
        try #require(try read { try $0.staff.credentials(email: email) })
    }

    /// A second factor that is on, past the pages: for tests that are not about setting it up. None of its codes was used.
    @discardableResult
    func addSecondFactor(_ email: String = "clerk@example.com", recoveryCodes: [String] = []) throws -> TOTP {
        let (codes, id, now) = (TOTP(), try account(email).member.id, clock.now)
        let hashes = try recoveryCodes.map { try PasswordHash.hash($0, cost: 1) }
        try write { records in
            try records.secondFactors.begin(codes.secret, member: id, at: now)
            _ = try records.secondFactors.confirm(codes.secret, step: 0, member: id, at: now)
            try records.secondFactors.replaceRecoveryCodes(hashes, member: id)
        }
        return codes
    }

    /// What was written down with each event of that name, first written first.
    func details(of what: String) throws -> [String] {
        let connection = try Connection(path: place.file("data/" + DataFolder.databaseName), mode: .reader)
        return try connection.rows("SELECT detail FROM events WHERE what = ? AND staff_id IS NOT NULL ORDER BY id", what) {
            try $0[0]
        }
    }

    /// What the telephone shows now.
    func code(_ codes: TOTP) -> String { codes.code(at: clock.now.seconds / TOTP.period) }
}

extension Visitor {
    /// The code after the password.
    @discardableResult
    func typeCode(_ code: String) throws -> Answer {
        try submit("CONTINUE") { try $0.type(code, in: "Authentication code") }
    }
}
