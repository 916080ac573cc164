import Glibc

enum DescriptorLimit {
    /// Each connection is a descriptor, and many systems start a process with 1,024. Raised as far as this user may. Returns
    /// how many there may be now; where they run out all the same (others' on this machine count too), `Listener` pauses.
    static func raise(to wanted: Int) -> Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return wanted }
        if limit.rlim_cur < rlim_t(wanted) {
            let old = limit.rlim_cur
            limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
            if setrlimit(resource, &limit) != 0 { limit.rlim_cur = old }
        }
        return Int(min(limit.rlim_cur, rlim_t(wanted)))
    }
}
