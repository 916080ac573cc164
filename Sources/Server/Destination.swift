/// Where a request goes: the lane in which it waits for a worker, and the route that it is counted under.
public struct Destination: Sendable, Equatable {
    public var lane: Lane
    /// One of the application's `routeCount` numbers, from 0.
    public var route: Int

    public init(lane: Lane, route: Int) {
        self.lane = lane
        self.route = route
    }
}
