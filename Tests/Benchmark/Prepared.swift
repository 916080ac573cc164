import Permitting
import Storage

/// All that is made ready before the server starts, for it alone then writes: sessions, the rehearsed dashboards, the words to
/// search for.
struct Prepared {
    struct Group {
        let title: String
        let members: [Companies.Member]
        let dashboards: Rehearsal.Dashboards
        let pagesPerSecond: Double
        let renderingsPerSecond: Double
    }

    let groups: [Group]
    let floor: Floor
    let terms: SearchTerms
    let strangers: Strangers

    init(_ settings: Settings, _ workplace: Workplace, data: String, now: Instant) throws {
        Progress.say("signing companies in")
        let agency = try AgencyFile.read(settings.agency)
        let folder = try DataFolder(path: data)
        let database = try PermitDatabase(folder: folder)
        let companies = try Companies(database, path: folder.databasePath, count: settings.companies, agency: agency, now: now)
        let rehearsal = try Rehearsal(database, agency: agency, now: now)
        groups = try [("the busiest companies", companies.busiest), ("all kinds of companies", companies.mixed)].map {
            title, members in
            Progress.say("making the pages of \(title)")
            let dashboards = try rehearsal.dashboards(members)
            return Group(
                title: title, members: members, dashboards: dashboards,
                pagesPerSecond: try rehearsal.pageRate(members, database, seconds: 2),
                renderingsPerSecond: try rehearsal.renderingRate(dashboards.renderings, seconds: 2))
        }
        floor = Floor(path: folder.databasePath, opening: rehearsal.opening, threads: settings.cores)
        terms = try SearchTerms(path: folder.databasePath)
        strangers = try Strangers(companies.mixed, database)
        database.close()
    }
}
