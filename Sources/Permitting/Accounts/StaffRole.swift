/// What somebody does at the office, and may therefore do here. This is the only table of rights.
public enum StaffRole: String, CaseIterable, Sendable {
    case clerk
    case reviewer
    case inspector
    case cashier
    case administrator

    public enum Right: Sendable {
        case keepOwnAccount
        case seeQueues
        case issuePermits
        case assignInspections
        case seeMail
        case manageAccounts
        case manageStaff
        case removeAttachments
    }

    public func may(_ right: Right) -> Bool {
        switch (self, right) {
        case (_, .keepOwnAccount), (_, .seeQueues): true
        case (.clerk, .issuePermits), (.administrator, .issuePermits): true
        case (.clerk, .assignInspections), (.inspector, .assignInspections), (.administrator, .assignInspections): true
        case (.clerk, .seeMail), (.administrator, .seeMail): true
        case (.clerk, .manageAccounts), (.administrator, .manageAccounts): true
        case (.administrator, .manageStaff): true
        case (.clerk, .removeAttachments), (.administrator, .removeAttachments): true
        default: false
        }
    }
}
