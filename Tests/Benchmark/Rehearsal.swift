import Connectors
import Foundation
import HTTP
import Permitting
import Portal
import Storage

/// Each company's dashboard, asked for once without a server, to learn what it takes: its statements, its view model, its size.
struct Rehearsal {
    /// What a reader's connection runs when it is opened: its pragmas.
    let opening: [StatementRecorder.Run]
    private let site: PermitSite
    private let reader: RecordsReader
    private let templates: RecordingTemplates

    struct Dashboards {
        /// In the companies' order, what each dashboard runs from BEGIN to COMMIT.
        var runs: [[StatementRecorder.Run]] = []
        var renderings: [RecordingTemplates.Rendering] = []
        var bytes = 0

        /// The style sheet's address, which carries a fingerprint of it.
        var styleSheet: String? {
            guard case .object(let frame) = renderings.first?.frame, case .text(let address) = frame["stylesheet"] else {
                return nil
            }
            return address
        }

        var averageBytes: Int { bytes / max(1, runs.count) }
    }

    init(_ database: PermitDatabase, agency: Agency, now: Instant) throws {
        guard let address = BaseAddress("http://localhost") else { throw BenchError.failed("no address") }
        templates = try RecordingTemplates(folder: "Templates")
        let gateway = TrialGateway(key: try Enrollment.key("trial provider", in: database))
        let configuration = PermitSite.Configuration(
            baseAddress: { address }, isSecure: false, now: { now }, logFault: { Progress.say($0) })
        let sheet = Array(try Data(contentsOf: URL(fileURLWithPath: "Public/portal.css")))
        site = try PermitSite(
            agency: agency, database: database, templates: templates, assets: AssetStore(files: ["portal.css": sheet]),
            gateway: gateway,
            configuration: configuration)
        reader = try StatementRecorder.listen { try database.reader() }
        opening = try StatementRecorder.takeRuns()
    }

    func dashboards(_ companies: [Companies.Member]) throws -> Dashboards {
        var dashboards = Dashboards()
        for company in companies {
            let cookie = Headers([("Cookie", "session=\(company.token.text)")])
            let response = site.respond(to: try Request(.get, "/dashboard", headers: cookie), reader: reader)
            guard response.status == .ok, case .bytes(let bytes) = response.body, let rendering = templates.lastRendering else {
                throw BenchError.failed("the dashboard of company \(company.id) answers \(response.status)")
            }
            dashboards.runs.append(try StatementRecorder.takeRuns())
            dashboards.renderings.append(rendering)
            dashboards.bytes += bytes.count
        }
        return dashboards
    }

    /// Pages per second without a server: session, rights, statements, view model, template; on one thread.
    func pageRate(_ companies: [Companies.Member], _ database: PermitDatabase, seconds: Int) throws -> Double {
        let reader = try database.reader()
        let requests = try companies.map {
            try Request(.get, "/dashboard", headers: Headers([("Cookie", "session=\($0.token.text)")]))
        }
        return Self.rate(seconds) { turn in _ = site.respond(to: requests[turn % requests.count], reader: reader) }
    }

    /// Pages per second from ready view models, on one thread.
    func renderingRate(_ renderings: [RecordingTemplates.Rendering], seconds: Int) throws -> Double {
        let library = templates.library
        return try Self.rate(seconds) { turn in
            let next = renderings[turn % renderings.count]
            _ = try library.render(next.template, next.frame, next.page)
        }
    }

    /// Turns per second of this thread's processor time, so that other programs' work does not count.
    private static func rate(_ seconds: Int, _ body: (Int) throws -> Void) rethrows -> Double {
        let began = ThreadTime.seconds
        var turns = 0
        while ThreadTime.seconds < began + Double(seconds) {
            try body(turns)
            turns += 1
        }
        return Double(turns) / (ThreadTime.seconds - began)
    }
}
