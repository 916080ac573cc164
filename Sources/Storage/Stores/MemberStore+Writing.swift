import Permitting
import SQLite

extension MemberStore {
    @discardableResult
    public func add(name: String, email: String, mayManage: Bool, contractor: Int, at now: Instant) throws -> Int {
        try connection.run(
            "INSERT INTO members (contractor_id, name, email, may_manage, added_at) VALUES (?, ?, ?, ?, ?)", contractor, name,
            email, mayManage, now)
        return Int(connection.lastInsertedRowID)
    }

    /// The link that leaves now; one that left earlier ends. Answers whether the member is still to come.
    public func invite(_ member: Int, tokenHash: [UInt8], until end: Instant) throws -> Bool {
        try connection.run(
            """
            UPDATE members SET invitation_hash = ?, invitation_ends_at = ?
            WHERE id = ? AND joined_at IS NULL AND removed_at IS NULL
            """, tokenHash, end, member) > 0
    }

    /// Somebody who has no login yet, at any company.
    public func join(_ member: Member, passwordHash: String, at now: Instant) throws {
        try connection.run(
            "INSERT INTO member_logins (email, password_hash) VALUES (lower(?), ?)", member.email, passwordHash)
        try join(member, login: Int(connection.lastInsertedRowID), at: now)
    }

    /// Somebody who has a login at another company.
    public func join(_ member: Member, login: Int, at now: Instant) throws {
        try connection.run(
            """
            UPDATE members SET login_id = ?, joined_at = ?, invitation_hash = NULL, invitation_ends_at = NULL
            WHERE id = ? AND joined_at IS NULL AND removed_at IS NULL
            """, login, now, member.id)
    }

    public func rename(_ member: Int, to name: String) throws {
        try connection.run("UPDATE members SET name = ? WHERE id = ?", name, member)
    }

    public func setMayManage(_ mayManage: Bool, member: Int) throws {
        try connection.run("UPDATE members SET may_manage = ? WHERE id = ?", mayManage, member)
    }

    /// Ends their sessions at this company, and their login if it was the only one.
    public func remove(_ member: Int, at now: Instant) throws {
        try connection.run(
            """
            UPDATE members SET removed_at = ?, login_id = NULL, invitation_hash = NULL, invitation_ends_at = NULL
            WHERE id = ? AND removed_at IS NULL
            """, now, member)
    }

    /// A new password opens a locked login.
    public func setPassword(_ hash: String, login: Int) throws {
        try connection.run(
            "UPDATE member_logins SET password_hash = ?, failures = 0, locked_until = NULL WHERE id = ?", hash, login)
    }

    /// The same password hashed anew, unless another was set meanwhile.
    public func renewPassword(_ hash: String, insteadOf old: String, login: Int) throws {
        try connection.run("UPDATE member_logins SET password_hash = ? WHERE id = ? AND password_hash = ?", hash, login, old)
    }

    public func noteSignIn(_ member: Int, at now: Instant) throws {
        try connection.run("UPDATE members SET signed_in_at = ? WHERE id = ?", now, member)
    }
}
