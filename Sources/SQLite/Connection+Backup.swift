import CSQLite
import Foundation

extension Database {
    /// A copy of the database as it is at this moment.
    public func backup(to path: String) throws { try reader().backup(to: path) }
}

extension Connection {
    /// Writes a copy of the database as this connection sees it, beside other readers and the writer, of another program
    /// too, and answers when it is on disk. Refuses a file that exists already.
    ///
    /// SQLite's backup interface rather than VACUUM INTO: that one may renumber rows that have no key of their own,
    /// builds every index anew, and is not synced (sqlite.org/lang_vacuum.html#vacuuminto). The copy gets its name
    /// last, so that a file of that name is always whole. While it runs the log only grows: it holds one old state.
    public func backup(to path: String) throws {
        guard access(path, F_OK) != 0 else { throw DatabaseError(.cannotOpen, "\(path) exists already") }
        let partial = path + ".partial"
        try remove(partial)
        do {
            try copy(to: partial)
            try rename(partial, to: path)
        } catch {
            try remove(partial)
            throw error
        }
    }

    private func copy(to path: String) throws {
        var target: OpaquePointer?
        defer { sqlite3_close_v2(target) }
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        var code = sqlite3_open_v2(path, &target, flags, nil)
        if code == SQLITE_OK, let copying = sqlite3_backup_init(target, "main", handle, "main") {
            // All pages in one step: one read transaction, so that no commit meanwhile makes it start over.
            code = sqlite3_backup_step(copying, -1)
            let finish = sqlite3_backup_finish(copying)
            if code == SQLITE_DONE { code = finish }
        } else if code == SQLITE_OK {
            code = sqlite3_extended_errcode(target)
        }
        guard code == SQLITE_OK else { throw DatabaseError(code, connection: target, sql: "backup to \(path)") }
    }

    /// The new name is synced as well: a folder is a file of names.
    private func rename(_ partial: String, to path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard Glibc.rename(partial, path) == 0 else { throw failure("rename", partial) }
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY)
        guard descriptor >= 0 else { throw failure("open", folder) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync", folder) }
    }

    private func remove(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
    }

    private func failure(_ what: String, _ path: String) -> DatabaseError {
        DatabaseError(.inputOutput, "cannot \(what) \(path): \(String(cString: strerror(errno)))")
    }
}
