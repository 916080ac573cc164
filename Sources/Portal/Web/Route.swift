import HTTP

/// One line of the portal: a method and an address, who may come in, and what answers.
struct Route: Sendable {
    typealias Handler = @Sendable (Request, Context) throws -> Response

    let method: Method
    let pattern: String
    let access: Access
    /// The handler as people look for it in the sources: "PermitRoutes.show".
    let name: String
    /// Hashes a password: answered by threads of its own, so that pages stay quick.
    let isSlow: Bool
    /// Its form may carry files, as large as the agency lets them be: answered by threads of its own as well.
    let takesFiles: Bool
    /// Its form, sent after the session has ended, is kept and shown again as typed; its page has the same address.
    let keepsForm: Bool
    /// Called by another program, with a signature in place of a session and its token.
    let isSigned: Bool
    /// Only where the agency takes payments online.
    let takesPayment: Bool
    let handler: Handler

    init(
        _ method: Method, _ pattern: String, _ access: Access, _ name: String, isSlow: Bool = false,
        takesFiles: Bool = false, keepsForm: Bool = false, isSigned: Bool = false, takesPayment: Bool = false,
        _ handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.access = access
        self.name = name
        self.isSlow = isSlow
        self.takesFiles = takesFiles
        self.keepsForm = keepsForm
        self.isSigned = isSigned
        self.takesPayment = takesPayment
        self.handler = handler
    }
}
