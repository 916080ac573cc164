/// What becomes of a new connection.
enum Admission: Equatable {
    case served
    /// One too many: it is told so, and read until it closes, so that it sees the answer.
    case turnedAway(TurnAway)
    /// In a flood even of those: one write has to do.
    case refused(TurnAway)
}
