import Portal
import Server

extension Metrics {
    func addServer(to text: inout MetricsText) {
        let asked = server.routes.filter { !$0.answers.isEmpty }
        text.add(
            .counter, "permit_portal_http_requests_total",
            "Requests by route and status; status 0 is a client cut off before it was answered.",
            asked.flatMap { route in
                route.answers.sorted { $0.key < $1.key }.map { status, count in
                    (Self.labels(of: route) + [("status", String(status))], count)
                }
            })
        text.addHistograms(
            "permit_portal_http_request_duration_seconds", "From a request's end to its answer's last byte.",
            asked.map { (Self.labels(of: $0), $0.seconds.bounds, $0.seconds.counts, $0.seconds.sum) })
        text.add(
            .counter, "permit_portal_http_response_content_bytes_total", "Content of answers that sockets took.",
            server.contentBytes)
        addConnections(to: &text)
        addLanes(to: &text)
    }

    func addDatabase(to text: inout MetricsText) {
        text.add(.counter, "permit_portal_database_commits_total", "Transactions committed for writes.", database.commits)
        text.add(.counter, "permit_portal_database_writes_total", "Writes that are in those commits.", database.writes)
        text.add(.counter, "permit_portal_database_failed_writes_total", "Writes of which nothing was kept.", database.failures)
        text.add(.gauge, "permit_portal_database_waiting_writes", "Callers that wait for the writer now.", database.waiting)
        text.addHistograms(
            "permit_portal_database_write_duration_seconds", "From a write's call until it is on disk.",
            [([], database.writeSeconds.bounds, database.writeSeconds.counts, database.writeSeconds.sum)])
        text.addHistograms(
            "permit_portal_database_commit_size_writes", "Writes that shared one commit.",
            [([], database.writesPerCommit.bounds, database.writesPerCommit.counts, database.writesPerCommit.sum)])
        text.add(.gauge, "permit_portal_database_file_bytes", "Size of the records' file.", database.fileBytes)
        text.add(.gauge, "permit_portal_database_log_bytes", "Size of its write-ahead log.", database.logBytes)
    }

    func addProcess(to text: inout MetricsText) {
        guard let process = ProcessFigures() else { return }
        text.add(.counter, "process_cpu_seconds_total", "Processor time, the system's for it included.", process.processorSeconds)
        text.add(.gauge, "process_resident_memory_bytes", "Memory that is in use.", process.residentBytes)
        text.add(.gauge, "process_virtual_memory_bytes", "Memory that is mapped.", process.virtualBytes)
        text.add(.gauge, "process_open_fds", "Descriptors that are open.", process.openDescriptors)
        text.add(.gauge, "process_max_fds", "As many may be.", process.mostDescriptors)
        text.add(.gauge, "process_start_time_seconds", "When it started, since 1970 UTC.", process.startedAt)
    }

    private func addConnections(to text: inout MetricsText) {
        let connections = server.connections
        text.add(.gauge, "permit_portal_connections_open", "Connections that are served now.", connections.open)
        text.add(.gauge, "permit_portal_connections_limit", "As many are served at once.", connections.limit)
        text.add(.counter, "permit_portal_connections_accepted_total", "Connections served.", connections.accepted)
        text.add(
            .counter, "permit_portal_connections_turned_away_total",
            "Connections told to come back later: the server was full (503), or their client had too many (429).",
            [
                ([("reason", "full")], connections.turnedAwayFull),
                ([("reason", "client")], connections.turnedAwayClient),
            ])
        text.add(
            .gauge, "permit_portal_counted_clients",
            "Clients with connections, and with requests in each lane, as the limits for each count them.", server.countedClients)
    }

    /// Each worker reads the records through a connection of its own: to wait for one is to wait for the other.
    private func addLanes(to text: inout MetricsText) {
        let lanes = server.lanes.map { (labels: [("lane", "\($0.lane)")] as MetricsText.Labels, figures: $0) }
        text.add(
            .gauge, "permit_portal_lane_waiting_requests", "Requests that wait for a worker.",
            lanes.map { ($0.labels, $0.figures.waiting) })
        text.add(
            .gauge, "permit_portal_lane_capacity_requests", "As many may wait.", lanes.map { ($0.labels, $0.figures.capacity) })
        text.add(
            .gauge, "permit_portal_lane_workers", "Workers, each with a database reader.",
            lanes.map { ($0.labels, $0.figures.workers) })
        text.add(
            .gauge, "permit_portal_lane_busy_workers", "Workers that answer a request now.",
            lanes.map { ($0.labels, $0.figures.busyWorkers) })
        text.add(
            .counter, "permit_portal_lane_refused_requests_total", "Requests that found the lane full (503).",
            lanes.map { ($0.labels, $0.figures.refused) })
        text.addHistograms(
            "permit_portal_lane_wait_duration_seconds", "The wait for a worker and its database reader.",
            lanes.map { ($0.labels, $0.figures.waits.bounds, $0.figures.waits.counts, $0.figures.waits.sum) })
    }

    private static func labels(of figures: RouteFigures) -> MetricsText.Labels {
        // One past the last is what could not be read as a request.
        let isRead = figures.route < CountedRoute.all.count
        let route = isRead ? CountedRoute.all[figures.route] : nil
        return [("method", route?.method ?? ""), ("route", route?.pattern ?? "unread")]
    }
}
