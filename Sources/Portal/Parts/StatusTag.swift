import Permitting

/// The colour that goes with a status; the words always stand beside it.
enum StatusTag {
    static func tone(_ state: PermitState) -> String {
        switch state {
        case .active: "ok"
        case .ready: "warn"
        case .pending: "info"
        case .expired, .cancelled: "bad"
        case .finaled, .unknown: "plain"
        }
    }

    static func tone(_ state: Inspection.State) -> String {
        switch state {
        case .requested: "info"
        case .passed: "ok"
        case .partial: "warn"
        case .failed: "bad"
        case .noAccess, .cancelled: "plain"
        }
    }
}
