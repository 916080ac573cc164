/// What has been answered under one of the application's routes.
public struct RouteFigures: Sendable, Equatable {
    /// The application's number for it; one past its last for requests that could not be read.
    public let route: Int
    /// How many by status; 0 is a client cut off before there was an answer.
    public let answers: [Int: Int]
    /// From the request's end to the answer's last byte.
    public let seconds: Histogram

    static func + (one: RouteFigures, other: RouteFigures) -> RouteFigures {
        RouteFigures(
            route: one.route, answers: one.answers.merging(other.answers, uniquingKeysWith: +),
            seconds: one.seconds + other.seconds)
    }
}
