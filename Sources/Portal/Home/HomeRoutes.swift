import HTTP

enum HomeRoutes {
    @Sendable static func index(_ request: Request, _ context: Context) throws -> Response {
        try context.page(HomePage(agency: context.agency, isSignedIn: context.viewer.contractorID != nil))
    }

    @Sendable static func contact(_ request: Request, _ context: Context) throws -> Response {
        try context.page(ContactPage(office: context.agency.office))
    }
}
