import Glibc

/// One run of another program: given its input, heard for its complaints, ended when it takes too long.
struct ProgramRun {
    enum Failure: Error, CustomStringConvertible {
        case notStarted(String, reason: String)
        case tookTooLong(String)
        case killed(String, signal: Int32)

        var description: String {
            switch self {
            case .notStarted(let program, let reason): "\(program) could not be started: \(reason)"
            case .tookTooLong(let program): "\(program) did not end in time"
            case .killed(let program, let signal): "\(program) was ended by signal \(signal)"
            }
        }
    }

    /// Complaints beyond this are read and forgotten.
    private static let longestComplaint = 2_000

    let code: Int32
    let complaint: String

    /// `command` is the program, looked up by PATH, and its words; no shell reads them.
    /// It has so many seconds, and only `secondsToFinish` from when `isStopping` becomes true.
    init(
        _ command: [String], input: [UInt8], seconds: Int, secondsToFinish: Int, isStopping: () -> Bool
    ) throws(Failure) {
        let name = command.first ?? ""
        // Sockets instead of pipes: writing to one whose reader is gone can be told not to raise a signal.
        let (ownInput, itsInput) = try Self.pair(name)
        let (ownComplaint, itsComplaint): (Int32, Int32)
        do throws(Failure) {
            (ownComplaint, itsComplaint) = try Self.pair(name)
        } catch {
            close(ownInput)
            close(itsInput)
            throw error
        }
        let started = Result { () throws(Failure) in try Self.spawn(command, input: itsInput, complaint: itsComplaint) }
        close(itsInput)
        close(itsComplaint)
        var streams = ProgramStreams(input: ownInput, complaint: ownComplaint, text: input, longest: Self.longestComplaint)
        defer { streams.close() }
        let process = try started.get()
        var end = Self.clock + seconds
        var isLate = false
        while true {
            streams.turn(milliseconds: 20)
            if !isLate, isStopping() {
                isLate = true
                end = min(end, Self.clock + secondsToFinish)
            }
            if let status = Self.ended(process) {
                streams.drain()
                guard status & 0x7F == 0 else { throw .killed(name, signal: status & 0x7F) }
                code = status >> 8 & 0xFF
                complaint = streams.said
                return
            }
            if Self.clock >= end {
                Self.end(process)
                throw .tookTooLong(name)
            }
        }
    }

    /// Seconds of a clock that nobody sets.
    private static var clock: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec
    }

    private static func pair(_ name: String) throws(Failure) -> (Int32, Int32) {
        var pair: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw .notStarted(name, reason: String(cString: strerror(errno))) }
        return (pair[0], pair[1])
    }

    /// In a process group of its own, so that what it started ends with it. Its descriptors are these three: every other one of
    /// this program closes by itself when another program starts.
    private static func spawn(_ command: [String], input: Int32, complaint: Int32) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, complaint, STDERR_FILENO)
        var (usual, none) = (sigset_t(), sigset_t())
        sigfillset(&usual)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var process = pid_t()
        let fault = posix_spawnp(&process, command.first ?? "", &actions, &attributes, words, environ)
        guard fault == 0 else { throw .notStarted(command.first ?? "", reason: String(cString: strerror(fault))) }
        return process
    }

    /// Its status once it has ended.
    private static func ended(_ process: pid_t) -> Int32? {
        var status: Int32 = 0
        return waitpid(process, &status, WNOHANG) == process ? status : nil
    }

    private static func end(_ process: pid_t) {
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    }
}
