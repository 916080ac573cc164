import HTTP
import Portal
import Server
import Storage

/// The pages, as the server sees them.
struct PortalApplication: Application {
    let site: PermitSite
    let database: PermitDatabase

    var routeCount: Int { CountedRoute.all.count }

    func bodyLimit(for head: RequestHead) -> Int { site.bodyLimit(for: head) }

    func destination(of head: RequestHead) -> Destination {
        let place = site.place(of: head.method, head.target)
        return Destination(lane: place.isSlow ? .passwords : place.takesFiles ? .files : .pages, route: place.route)
    }

    func quick(_ request: Request, figures: () -> ServerFigures) -> Response? {
        site.quick(request)
            ?? (Metrics.areMeant(by: request) ? Metrics(server: figures(), database: database.figures).response : nil)
    }

    func makeWorker() throws -> any Worker { PageWorker(site: site, reader: try database.reader()) }
}

/// One thread's pages, with its own connection to the records.
struct PageWorker: Worker {
    let site: PermitSite
    let reader: RecordsReader

    func respond(to request: Request) -> Response { site.respond(to: request, reader: reader) }

    func respond(to request: Request, refused refusal: Refusal) -> Response {
        site.respond(to: request, refused: refusal, reader: reader)
    }
}
