import Credentials
import Permitting
import SQLite
import Storage

/// Companies of the imported permits, signed in: each with a password, a session, and a few fees and inspections on what its
/// dashboard shows.
struct Companies {
    struct Member {
        let id: Int
        let token: RandomToken
    }

    /// Those with the most permits on their dashboards, the largest first.
    let busiest: [Member]
    /// Every n-th of all companies that have a permit on their dashboard.
    let mixed: [Member]

    init(_ database: PermitDatabase, path: String, count: Int, agency: Agency, now: Instant) throws {
        let reader = try Connection(path: path, mode: .reader)
        let all: [Int] = try reader.rows(
            """
            SELECT contractor_id FROM permit_contractors WHERE listing > 0 GROUP BY contractor_id
            ORDER BY count(*) DESC, contractor_id
            """
        ) { try $0[0] }
        guard !all.isEmpty else {
            throw BenchError.failed(
                "no imported permit stands on a company's dashboard: the agency file maps none of the file's status words")
        }
        busiest = all.prefix(count).map { Member(id: $0, token: RandomToken()) }
        let step = max(1, all.count / count)
        mixed = stride(from: 0, to: all.count, by: step).prefix(count).map { Member(id: all[$0], token: RandomToken()) }
        let signedIn = busiest + mixed
        let shown = try Dictionary(
            uniqueKeysWithValues: Set(signedIn.map(\.id)).map { ($0, try Self.shown(reader, company: $0)) })
        let type = agency.inspections.types(for: "").first?.name ?? "FINAL"
        let (slot, today) = (agency.inspections.slots.first?.name ?? "AM", agency.clock.day(of: now))
        try database.write { records in
            for member in signedIn {
                try records.sessions.start(
                    tokenHash: member.token.hash, csrf: RandomToken().text, contractor: member.id, isSettingUp: false, at: now)
            }
            for (company, permits) in shown {
                // Nobody signs in by password here, so no real hash is needed.
                try records.contractors.setPassword("-", contractor: company)
                for (place, permit) in permits.enumerated() where place % 3 == 0 {
                    try records.fees.assess(
                        permit: permit, name: "Plan review", amount: Money(cents: 3_500 + 125 * place), on: today)
                }
                let nobody = InspectionStore.Contact(name: "", phone: "", email: "", siteAddress: "", notes: "")
                for permit in permits.prefix(3) {
                    _ = try records.inspections.insert(
                        permit: permit, type: type, day: today.adding(days: 1), slot: slot, contact: nobody, contractor: company,
                        at: now)
                }
            }
        }
    }

    /// The first page of its active permits.
    private static func shown(_ reader: Connection, company: Int) throws -> [Int] {
        try reader.rows(
            "SELECT permit_id FROM permit_contractors WHERE contractor_id = ? AND listing = 1 ORDER BY number LIMIT 15", company
        ) { try $0[0] }
    }
}
