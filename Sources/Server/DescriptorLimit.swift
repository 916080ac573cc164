import Glibc

enum DescriptorLimit {
    /// Each connection is a descriptor, and many systems start a process with 1,024. Raised as far as this user may; where
    /// that is not enough, `Listener` pauses when they run out.
    static func raise(to wanted: Int) {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < rlim_t(wanted) else { return }
        limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
        _ = setrlimit(resource, &limit)
    }
}
