import Foundation
import Permitting

extension RecordsCopy {
    /// The names under which a database and its log stand in a data folder. Every step is on disk before the next one.
    struct FileNames {
        /// SQLite's write-ahead log and its index stand beside the database under its name (sqlite.org/walformat.html).
        private static let companions = ["-wal", "-shm"]

        let folder: String
        let live: String
        var trial: String { live + ".restoring" }

        init(folder: DataFolder) {
            self.folder = folder.path
            live = folder.databasePath
        }

        /// Bytes, nil when there is no such file.
        static func size(_ path: String) -> Int? {
            var status = stat()
            return stat(path, &status) == 0 ? Int(status.st_size) : nil
        }

        func remove(_ path: String) throws(Refusal) {
            for name in [path] + Self.companions.map({ path + $0 }) where unlink(name) != 0 && errno != ENOENT {
                throw FileCopy.failure("removed", name)
            }
        }

        /// By second names for the same files: the old records are whole under one name or the other at every moment.
        func setAside(at now: Instant) throws(Refusal) -> String? {
            guard Self.size(live) != nil else { return nil }
            let aside = live + ".before-restore-" + Self.text(now)
            for companion in [""] + Self.companions where Self.size(live + companion) != nil {
                guard link(live + companion, aside + companion) == 0 else { throw FileCopy.failure("made", aside + companion) }
            }
            try sync()
            return aside
        }

        /// The old log goes first: left beside the new database, it would be played into it.
        func putTrialInPlace() throws(Refusal) {
            for companion in Self.companions where unlink(live + companion) != 0 && errno != ENOENT {
                throw FileCopy.failure("removed", live + companion)
            }
            try sync()
            guard rename(trial, live) == 0 else { throw FileCopy.failure("renamed", trial) }
            try sync()
        }

        /// A folder is a file of names.
        private func sync() throws(Refusal) {
            let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileCopy.failure("read", folder) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw FileCopy.failure("written", folder) }
        }

        /// "2026-11-20T180000Z"
        private static func text(_ now: Instant) -> String {
            let (day, second) = (now.seconds / 86_400, now.seconds % 86_400)
            let parts = [second / 3_600, second / 60 % 60, second % 60]
            return AgencyDay(ordinal: day).rawValue + "T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined() + "Z"
        }
    }
}
