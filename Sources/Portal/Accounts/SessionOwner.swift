import Permitting
import Storage

/// Whose sessions somebody looks after: a company's, one of its people's, or those of a member of the office.
enum SessionOwner: Sendable {
    /// With those of its people.
    case contractor(Int)
    case member(Int, of: Int)
    case staff(Int)

    /// Of whoever is looking.
    init(_ viewer: Viewer) throws {
        switch viewer {
        case .account(let account, _):
            if let member = account.member, !member.mayManage {
                self = .member(member.id, of: account.id)
            } else {
                self = .contractor(account.id)
            }
        case .staff(let member): self = .staff(member.id)
        case .anonymous, .signingIn: throw PortalError.forbidden
        }
    }

    var link: Link {
        switch self {
        case .contractor, .member: .sessions
        case .staff: .staffSessions
        }
    }

    var profile: (label: String, link: Link) {
        switch self {
        case .contractor, .member: ("Edit Information", .profile)
        case .staff: ("Profile", .staffProfile)
        }
    }

    /// One of the office whose second factor is still to come is no session yet.
    func sessions(_ records: Records) throws -> [SessionStore.Listed] {
        switch self {
        case .contractor(let id): try records.sessions.list(contractor: id)
        case .member(let id, let company): try records.sessions.list(contractor: company).filter { $0.member?.id == id }
        case .staff(let id): try records.sessions.list(staff: id).filter { !$0.isSettingUp }
        }
    }

    func endOthers(than own: [UInt8], _ records: Records) throws {
        switch self {
        case .contractor(let id): try records.sessions.endOthers(contractor: id, than: own)
        case .member(let id, _): try records.sessions.endOthers(member: id, than: own)
        case .staff(let id): try records.sessions.endOthers(staff: id, than: own)
        }
    }
}
