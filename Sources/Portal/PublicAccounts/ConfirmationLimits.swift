import Permitting

/// How often links to confirm an address may be asked for, whatever the address: counted alike for those that have an account.
struct ConfirmationLimits {
    private let context: Context

    init(_ context: Context) { self.context = context }

    func areReached(email: EmailAddress) throws -> Bool {
        let confirmations = context.records.confirmations
        let since = context.now.adding(minutes: -EmailConfirmation.countedMinutes)
        if let account = context.viewer.contractorID {
            return try confirmations.count(contractor: account, since: since) >= EmailConfirmation.mostPerAccount
                || confirmations.count(email: email.rawValue, since: since) >= EmailConfirmation.mostPerAddress
        }
        return try confirmations.count(client: context.client, since: since) >= EmailConfirmation.mostPerClient
            || confirmations.count(email: email.rawValue, since: since) >= EmailConfirmation.mostPerAddress
    }

    static func words(_ agency: Agency) -> String {
        "There were too many requests from your network or for this address. Wait an hour, or call the office at \(agency.office.telephone)."
    }
}
