import Portal
import Synchronization

/// The portal's own address. With port 0 it is complete only once the server has its port.
final class ServedAddress: Sendable {
    private let address: Mutex<BaseAddress>

    init(port: UInt16) throws {
        address = Mutex(try Surroundings.baseAddress(port: port))
    }

    var current: BaseAddress { address.withLock { $0 } }

    func learn(port: UInt16) throws {
        let known = try Surroundings.baseAddress(port: port)
        address.withLock { $0 = known }
    }
}
