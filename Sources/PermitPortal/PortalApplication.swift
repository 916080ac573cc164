import HTTP
import Portal
import Server
import Storage

/// The pages, as the server sees them.
struct PortalApplication: Application {
    let site: PermitSite
    let database: PermitDatabase

    func bodyLimit(for head: RequestHead) -> Int { site.bodyLimit(for: head) }
    func quick(_ request: Request) -> Response? { site.quick(request) }
    func lane(for request: Request) -> Lane {
        if site.isSlow(request) { return .passwords }
        return site.takesFiles(request) ? .files : .pages
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
