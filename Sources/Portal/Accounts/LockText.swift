import Permitting

/// Why an account takes no password just now, in the user's words.
enum LockText {
    static func words(_ lock: AccountLock, _ context: Context) -> String {
        let office = context.agency.office.telephone
        switch lock {
        case .open: return ""
        case .waiting(let until):
            return
                "There were too many wrong passwords. This account opens again at \(time(until, context)). If it was not you, call the office at \(office)."
        case .closed:
            return
                "There were too many wrong passwords in a row, so this account stays closed. Set a new password under Forgot Password, or call the office at \(office) to have it opened."
        }
    }

    /// For the office's own people.
    static func officeWords(_ lock: AccountLock, _ context: Context) -> String {
        switch lock {
        case .open: ""
        case .waiting(let until):
            "There were too many wrong passwords or codes. This account opens again at \(time(until, context)), or once an administrator has unlocked it."
        case .closed:
            "There were too many wrong passwords or codes in a row, so this account stays closed until an administrator has unlocked it."
        }
    }

    /// "10:30 AM", with the day where it is another one. To the full minute after, so that nobody comes a moment early.
    static func time(_ until: Instant, _ context: Context) -> String {
        let full = until.adding(seconds: 59)
        let clock = context.agency.clock
        let day = clock.day(of: full)
        return day == context.today ? "\(clock.time(of: full))" : "\(clock.time(of: full)) on \(day)"
    }
}
