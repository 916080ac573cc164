import Dispatch
import Foundation
import Testing

@testable import Server

struct SocketWatchTests {
    @Test func `a socket that the system no longer watches is said to be unheard of, each time it is asked`() throws {
        let (mine, theirs) = try Self.pair()
        defer { theirs.close() }
        let poller = try Poller(on: DispatchQueue(label: "watch"))
        let closed = DispatchSemaphore(value: 0)
        try poller.queue.sync {
            let watch = SocketWatch(mine, on: poller)
            #expect(watch.begin { _ in })
            watch.park()
            // What epoll takes no file for (epoll_ctl(2), EPERM) stands for a system without room.
            try Self.replace(mine, byFileAt: "/proc/self/exe")
            #expect(!watch.resumeReading())
            #expect(!watch.resumeReading())
            #expect(!watch.resumeWriting())
            watch.close { closed.signal() }
        }
        closed.wait()
        poller.stop()
    }

    @Test func `a socket that was parked is told of again once somebody wants it`() throws {
        let (mine, theirs) = try Self.pair()
        defer { theirs.close() }
        let poller = try Poller(on: DispatchQueue(label: "watch"))
        let (told, closed) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        poller.queue.sync {
            let watch = SocketWatch(mine, on: poller)
            let isWatched = watch.begin { readiness in
                #expect(readiness.isReadable)
                watch.close { closed.signal() }
                told.signal()
            }
            #expect(isWatched)
            watch.park()
            #expect(watch.resumeReading())
        }
        #expect(write(theirs.descriptor, "x", 1) == 1)
        told.wait()
        closed.wait()
        poller.stop()
    }

    private static func pair() throws -> (Socket, Socket) {
        var descriptors: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &descriptors) == 0 else { throw ServerError.last("socketpair") }
        return (Socket(descriptor: descriptors[0]), Socket(descriptor: descriptors[1]))
    }

    /// Under the same number: nobody else can take it meanwhile.
    private static func replace(_ socket: Socket, byFileAt path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw ServerError.last("open") }
        defer { close(file) }
        guard dup2(file, socket.descriptor) >= 0 else { throw ServerError.last("dup2") }
    }
}
