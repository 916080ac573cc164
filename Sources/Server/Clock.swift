import Glibc

/// The system's clocks. Deadlines and durations are measured on the monotonic one, which no administrator sets.
enum Clock {
    /// Seconds since some start.
    static func seconds() -> Double { Double(nanoseconds(CLOCK_MONOTONIC)) / 1e9 }

    /// Microseconds since 1970 UTC.
    static func microsecondsSince1970() -> Int64 { nanoseconds(CLOCK_REALTIME) / 1_000 }

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // These clocks exist on every Linux and the pointer is valid: the call cannot fail.
        _ = clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
