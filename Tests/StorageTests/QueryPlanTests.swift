import Permitting
import Testing

@testable import SQLite
@testable import Storage

/// How SQLite means to find the rows: nothing that a visitor or the office asks for goes through a whole big table.
struct QueryPlanTests {
    /// Read from end to end on purpose: each is as long as its list, or has a handful of rows.
    private static let short: Set = [
        "SCAN permits USING INDEX permits_ready", "SCAN inspections USING INDEX inspections_day", "SCAN health", "SCAN statuses",
        "SCAN search_index", "SCAN schema_migrations", "SCAN staff", "SCAN staff USING INDEX sqlite_autoindex_staff_2",
        "SCAN contractors USING INDEX contractors_signing_in", "SCAN contractors USING INDEX contractors_signing_in_by_telephone",
        "SCAN office",
        "SCAN outbox USING INDEX outbox_waiting", "SCAN outbox USING INDEX outbox_failed",
        // The newest ones only, in the index's own order.
        "SCAN outbox USING INDEX outbox_sent",
        // In the plan for a new permit, for references that wait for one; run only while one waits, which none here ever does.
        "SCAN cart_records",
    ]

    private let records: DemoRecords
    private let permit: Permit

    init() throws {
        records = try DemoRecords()
        permit = try records.permit("RES16-0688")
    }

    private func plan(_ text: String, _ connection: Connection) throws -> [String] {
        let statement = try connection.statement(SQL(joined: "EXPLAIN QUERY PLAN " + text))
        var steps: [String] = []
        while try statement.step() { steps.append(try statement.row[3]) }
        return steps
    }

    /// Every statement that the connection has prepared so far (sqlite.org/stmt.html), with its plan.
    private func prepared(on connection: Connection) throws -> [(text: String, steps: [String])] {
        let texts: [String] = try connection.rows("SELECT sql FROM sqlite_stmt") { try $0[0] }
        let own = texts.filter { text in
            ["SELECT", "UPDATE", "DELETE", "INSERT"].contains { text.hasPrefix($0) } && !text.contains("sqlite_stmt")
        }
        return try own.map { ($0, try plan($0, connection)) }
    }

    private func scans(_ plans: [(text: String, steps: [String])]) -> [String] {
        plans.flatMap { plan in
            // The few rows of a page that was cut before: SQLite scans what its own sub-select gave.
            let isCut = plan.steps.contains("CO-ROUTINE mine") || plan.steps.contains("MATERIALIZE mine")
            return plan.steps.filter {
                $0.hasPrefix("SCAN") && !(isCut && $0 == "SCAN mine") && !Self.short.contains($0) && !$0.hasPrefix("SCAN (")
                    && $0 != "SCAN CONSTANT ROW"
            }
            .map { "\($0) in \(plan.text)" }
        }
    }

    private func readEverything(_ records: Records) throws {
        for order in PermitOrderTests.orders {
            _ = try records.permits.active(contractor: 1, today: DemoRecords.today, order: order, limit: 20, offset: 0)
            _ = try records.permits.expired(contractor: 1, today: DemoRecords.today, order: order, limit: 20, offset: 0)
        }
        _ = try records.sessions.list(contractor: 1)
        _ = try (
            records.members.list(contractor: 1, limit: 20, offset: 0), records.members.count(contractor: 1),
            records.members.find(id: 1), records.members.find(id: 1, contractor: 1),
            records.members.find(email: "a@b.c", contractor: 1), records.members.invited(tokenHash: [1], now: DemoRecords.now)
        )
        _ = try (records.members.login(email: "a@b.c"), records.members.login(member: 1))
        for member in [nil, 1] {
            _ = try records.events.list(contractor: 1, member: member, limit: 50, offset: 0)
            _ = try records.events.count(contractor: 1, member: member)
        }
        _ = try records.outbox.count(.memberInvitation, contractor: 1, since: DemoRecords.now)
        _ = try records.contractors.beginning(with: "RICH", limit: 20)
        _ = try (records.staff.all(), records.staff.credentials(id: 1), records.staff.hasAdministrator(besides: 1))
        _ = try (records.secondFactors.find(member: 1), records.secondFactors.recoveryCodes(member: 1))
        _ = try records.sessions.list(staff: 1)
        _ = try records.staff.find(id: 1)
        _ = try records.permits.activeCount(contractor: 1, today: DemoRecords.today)
        _ = try records.permits.expiredCount(contractor: 1, today: DemoRecords.today)
        _ = try records.permits.readyAndPaid(limit: 20)
        _ = try (records.permits.find(permit.number), records.permits.find(id: 1))
        _ = try records.permits.isParty(contractor: 1, permit: 1)
        _ = try (records.permits.contacts(of: 1), records.permits.conditions(of: 1), records.permits.reviews(of: 1))
        _ = try records.inspections.active(contractor: 1, limit: 20, offset: 0)
        _ = try (records.inspections.activeCount(contractor: 1), records.inspections.requested(limit: 20))
        _ = try (records.inspections.all(permit: 1), records.inspections.find(id: 1))
        _ = try records.inspections.taken(day: DemoRecords.today, slot: "AM")
        _ = try (records.fees.all(permit: 1, contractor: 1), records.carts.lines(contractor: 1))
        _ = try records.payments.paidItems(contractor: 1, limit: 20, offset: 0)
        _ = try (records.payments.paidItemsCount(contractor: 1), records.payments.open(contractor: 1))
        _ = try records.payments.receipt(ReceiptNumber(rawValue: 1), contractor: 1)
        _ = try (
            records.payments.numbers(of: 1),
            PaymentReference(rawValue: "reference-of-nothing").map { try records.payments.find($0) }
        )
        _ = try (records.attachments.all(permit: 1), records.attachments.find(id: 1, permit: 1))
        _ = try (records.attachments.count(permit: 1), records.attachments.file(id: 1))
        _ = try records.attachments.holdings(permit: 1, contractor: 1, since: DemoRecords.now)
        _ = try AttachmentName(rawValue: "a.pdf").map {
            try records.attachments.find(.init(permit: 1, digest: [1], name: $0, description: ""))
        }
        _ = try (records.contractors.find(id: 1), records.contractors.credentials(id: 1))
        for office in FirstPassword.allCases {
            _ = try records.contractors.signingIn(at: office, limit: 20)
            _ = try records.contractors.signingIn(matching: "RICH", at: office, limit: 20)
            _ = try records.contractors.credentials(named: "NOBODY", at: office)
        }
        _ = try records.contractors.credentials(onlyEmail: "rich@example.com")
        _ = try records.office.firstPassword()
        _ = try (records.staff.credentials(email: ""), records.staff.inspectors())
        _ = try records.staff.invited(tokenHash: [1], now: DemoRecords.now)
        _ = try (records.sessions.find(tokenHash: [1]), records.health.read())
        for state in [OutboxStore.State.waiting, .failed, .sent] { _ = try records.outbox.list(state, limit: 20, offset: 0) }
        _ = try (records.outbox.count(.waiting), records.outbox.count(.failed))
        _ = try (records.outbox.due(at: DemoRecords.now, limit: 20), records.outbox.nextAttempt(), records.outbox.find(id: 1))
        _ = try records.contractors.credentials(email: "rich@example.com", limit: 20)
        _ = try records.passwordResets.count(email: "rich@example.com", since: DemoRecords.now)
        _ = try records.passwordResets.count(client: "127.0.0.1", since: DemoRecords.now)
        let owner = KeptFormStore.Owner(contractor: 1, member: nil)
        _ = try (
            records.keptForms.owner(csrf: "c"), records.keptForms.find(id: 1, path: "/", of: owner, since: DemoRecords.now)
        )
        _ = try (records.passwordResets.find(id: 1), records.passwordResets.find(tokenHash: [1], at: DemoRecords.now))
        try readAboutPublicUsers(records)
    }

    private func readAboutPublicUsers(_ records: Records) throws {
        let (confirmations, now) = (records.confirmations, DemoRecords.now)
        _ = try (confirmations.count(email: "a@b.c", since: now), confirmations.count(client: "127.0.0.1", since: now))
        _ = try (confirmations.count(contractor: 1, since: now), confirmations.open(contractor: 1, askedAfter: now))
        _ = try (confirmations.find(id: 1), confirmations.find(tokenHash: [1], at: now))
        _ = try (records.contractors.credentials(publicUser: "a@b.c"), records.contractors.isPublicEmail("a@b.c"))
        _ = try (records.permits.find(typed: "res16 0688", limit: 5), records.permits.linkedUsers(permit: 1))
        _ = try (records.permits.linked(by: 1, limit: 20, offset: 0), records.permits.linkedCount(by: 1))
        _ = try (records.permits.companies(permit: 1, limit: 5), records.contractors.publicUsers(beginning: "a", limit: 5))
    }

    @Test func `no list and no page goes through a whole table`() throws {
        try records.apply(.approved, to: try records.startPayment(for: ["RES17-0163"]))
        let reader = try records.database.reader().records
        try readEverything(reader)
        let plans = try prepared(on: reader.connection)
        // 24 dashboards' lists and everything else there is to read.
        #expect(plans.count >= 50)
        #expect(scans(plans) == [])
    }

    @Test func `no change goes through a whole table`() throws {
        let permit = permit
        let payment = try records.startPayment(for: ["RES17-0163"])
        try records.apply(.approved, to: payment)
        let rich = try records.contractor(DemoRecords.rich)
        let plans = try records.write { records in
            let lockout = Lockout(failures: 1, minutes: 1)
            try records.sessions.start(tokenHash: [1], csrf: "c", contractor: rich, isSettingUp: false, at: DemoRecords.now)
            try records.sessions.touch(tokenHash: [1], at: DemoRecords.now)
            try records.sessions.end(tokenHash: [1])
            try records.sessions.endOthers(contractor: rich, than: [1])
            try records.sessions.sweep(seenBefore: DemoRecords.now, rememberedBefore: DemoRecords.now)
            try records.contractors.setFirstPassword("hash", contractor: rich)
            try records.contractors.setPassword("hash", contractor: rich)
            try records.contractors.setSecurityQuestion("q", answerHash: "a", contractor: rich)
            for account in [SignInStore.Account.contractor(rich), .staff(1), nil] {
                for isRight in [false, true] {
                    _ = try records.signIns.judge(account, isRight: isRight, lockout: lockout, at: DemoRecords.now)
                }
                if let account { try records.signIns.unlock(account) }
            }
            try records.contractors.renewPassword("new", insteadOf: "hash", contractor: rich)
            try records.staff.renewPassword("new", insteadOf: "hash", member: 1)
            if let company = try records.contractors.find(id: rich) { try records.contractors.update(company) }
            try records.staff.invite(1, tokenHash: [1], until: DemoRecords.now)
            try records.staff.setPassword("hash", member: 1)
            try records.staff.setRole(.reviewer, member: 1)
            try records.staff.deactivate(member: 1, at: DemoRecords.now)
            try records.staff.reactivate(member: 1)
            let secret = [UInt8](repeating: 7, count: 20)
            try records.secondFactors.begin(secret, member: 1, at: DemoRecords.now)
            _ = try records.secondFactors.confirm(secret, step: 1, member: 1, at: DemoRecords.now)
            _ = try records.secondFactors.take(step: 2, member: 1)
            try records.secondFactors.replaceRecoveryCodes(["hash"], member: 1)
            _ = try records.secondFactors.take(recoveryCode: 1, member: 1, at: DemoRecords.now)
            try records.secondFactors.end(member: 1)
            try records.sessions.endOthers(staff: 1, than: [1])
            try records.sessions.endAll(staff: 1)
            try records.inspections.assign(id: 1, inspector: nil)
            try records.inspections.record(id: 1, result: .passed, notes: "", on: DemoRecords.today)
            try records.inspections.cancel(id: 1, on: DemoRecords.today)
            try records.carts.tick(permits: [permit.id], contractor: rich)
            try records.carts.remove(permit: permit.id, contractor: rich)
            _ = try records.attachments.remove(id: 1, at: DemoRecords.now)
            try records.permits.link(permit: permit.id, contractor: rich)
            try records.outbox.note(.later(""), id: 1, at: DemoRecords.now)
            try records.outbox.note(.taken, id: 1, at: DemoRecords.now)
            try records.outbox.giveUp(id: 1, reason: "")
            _ = try records.outbox.retry(id: 1, at: DemoRecords.now)
            try records.outbox.forgetBodies(at: DemoRecords.now)
            let reset = try records.passwordResets.add(email: "rich@example.com", client: "127.0.0.1", at: DemoRecords.now)
            try records.passwordResets.addLink(tokenHash: [1], reset: reset, until: DemoRecords.now)
            try records.passwordResets.noteFailure(id: reset)
            if let found = try records.passwordResets.find(id: reset) {
                try records.passwordResets.use(found, at: DemoRecords.now)
            }
            try records.passwordResets.sweep(askedBefore: DemoRecords.now)
            let change = try records.confirmations.add(
                email: "new@example.com", contractor: rich, client: "127.0.0.1", at: DemoRecords.now)
            try records.confirmations.addLink(tokenHash: [1], confirmation: change, until: DemoRecords.now)
            if let company = try records.contractors.find(id: rich) {
                try records.confirmations.keep(company, passwordHash: "hash", confirmation: change)
            }
            if let found = try records.confirmations.find(id: change) { _ = try records.confirmations.signUp(found) }
            try records.confirmations.drop(confirmation: change)
            try records.confirmations.endSignUps(email: "new@example.com", at: DemoRecords.now)
            try records.confirmations.sweep(at: DemoRecords.now)
            try records.contractors.setEmail("rich@example.com", contractor: rich)
            _ = try records.permits.link(permit: permit.id, publicUser: rich, at: DemoRecords.now)
            _ = try records.permits.unlink(permit: permit.id, publicUser: rich)
            _ = try records.keptForms.keep(
                path: "/", fields: "", of: KeptFormStore.Owner(contractor: rich, member: nil), at: DemoRecords.now)
            try records.keptForms.sweep(keptBefore: DemoRecords.now, endedBefore: DemoRecords.now)
            try records.events.record("signed in", by: .contractor(rich), at: DemoRecords.now)
            try records.health.write(at: DemoRecords.now)
            return try prepared(on: records.connection)
        }
        #expect(plans.count >= 30)
        #expect(scans(plans) == [])
    }

    @Test func `a company's permits by number come in order from one tree`() throws {
        let reader = try records.database.reader().records
        _ = try reader.permits.active(contractor: 1, today: DemoRecords.today, order: PermitOrder(.number), limit: 20, offset: 0)
        let steps = try #require(try prepared(on: reader.connection).first).steps
        // Cut to the page in the tree's own order; what is sorted after that is the page.
        #expect(steps.prefix(2).last?.hasPrefix("SEARCH mine USING PRIMARY KEY") == true)
        #expect(steps.first == "CO-ROUTINE mine")
        #expect(steps.filter { $0.contains("TEMP B-TREE") }.count <= 1)
    }

    @Test func `a statement that goes through a whole table would be found`() throws {
        let connection = try records.database.reader().records.connection
        for text in [
            "SELECT id FROM permits WHERE notes = ''", "SELECT sum(amount) FROM fees",
            "SELECT * FROM permit_contractors WHERE number = 'X'",
            "SELECT p.id FROM sessions AS s JOIN permits AS p ON p.notes = s.csrf",
        ] {
            let steps = try plan(text, connection)
            #expect(!scans([(text, steps)]).isEmpty)
        }
    }
}
