import Glibc

extension Socket {
    enum Accepting {
        case client(Socket, IPAddress)
        /// Nobody waits.
        case none
        /// No descriptor or memory is left: try again after others have closed.
        case exhausted
    }

    /// A socket for each address that the host has, all on one port. Port 0 lets the system choose it.
    static func listening(host: String, port: UInt16) throws(ServerError) -> [Socket] {
        let addresses = try SocketAddress.resolve(host: host, port: port)
        // The port that the system chose for the first address may be taken on the second: it chooses again.
        for _ in 0..<16 {
            do throws(ServerError) {
                return try listening(on: addresses, host: host)
            } catch {
                guard port == 0, case .portInUse = error else { throw error }
            }
        }
        throw .portInUse(host: host, port: port)
    }

    private static func listening(on addresses: [SocketAddress], host: String) throws(ServerError) -> [Socket] {
        var sockets: [Socket] = []
        var missing = ServerError.unknownHost(host, reason: "it has no address")
        for var address in addresses {
            if address.port == 0, let first = sockets.first { address.port = first.localPort }
            do throws(ServerError) {
                sockets.append(try listening(on: address, host: host))
            } catch {
                // "localhost" names ::1 on machines without IPv6 too: one address that works is enough.
                guard case .unknownHost = error else {
                    for socket in sockets { socket.close() }
                    throw error
                }
                missing = error
            }
        }
        guard !sockets.isEmpty else { throw missing }
        return sockets
    }

    private static func listening(on address: SocketAddress, host: String) throws(ServerError) -> Socket {
        let descriptor = socket(address.family, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else {
            throw errno == EAFNOSUPPORT ? .unknownHost(host, reason: reason()) : .last("socket")
        }
        let listener = Socket(descriptor: descriptor)
        do throws(ServerError) {
            // A restart must not wait for connections of the last run that are still in TIME_WAIT.
            guard listener.set(SO_REUSEADDR, level: SOL_SOCKET) else { throw .last("setsockopt") }
            if address.family == AF_INET6 {
                // "::" serves IPv4 too, whatever the system's default is.
                guard listener.set(IPV6_V6ONLY, level: Int32(IPPROTO_IPV6), to: 0) else { throw .last("setsockopt") }
            }
            guard address.withPointer({ bind(descriptor, $0, $1) }) == 0 else {
                switch errno {
                case EADDRINUSE: throw .portInUse(host: host, port: address.port)
                case EADDRNOTAVAIL: throw .unknownHost(host, reason: reason())
                case EACCES: throw .portNotAllowed(host: host, port: address.port)
                default: throw .last("bind")
                }
            }
            guard listener.makeNonBlocking() else { throw .last("fcntl") }
            guard listen(descriptor, SOMAXCONN) == 0 else {
                throw errno == EADDRINUSE ? .portInUse(host: host, port: address.port) : .last("listen")
            }
        } catch {
            listener.close()
            throw error
        }
        return listener
    }

    /// The port that the system chose.
    var localPort: UInt16 {
        let (address, code) = SocketAddress.filled { getsockname(descriptor, $0, $1) }
        return code == 0 ? address.port : 0
    }

    /// The next client that waits.
    func accept() -> Accepting {
        // As many turns as a client can be gone again before it is taken; more wait for the next event.
        for _ in 0..<64 {
            let (address, descriptor) = SocketAddress.filled { Glibc.accept(self.descriptor, $0, $1) }
            if descriptor >= 0 {
                let client = Socket(descriptor: descriptor)
                guard let peer = address.address, client.makeNonBlocking() else {
                    client.close()
                    continue
                }
                // Answers leave whole, in one write: waiting for more to send would only delay them. A failure costs speed only.
                _ = client.set(TCP_NODELAY, level: Int32(IPPROTO_TCP))
                return .client(client, peer)
            }
            switch errno {
            case EAGAIN, EWOULDBLOCK: return .none
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
            default: continue  // accept(2): ECONNABORTED and pending network errors concern that one client only
            }
        }
        return .none
    }

    private static func reason() -> String { String(cString: strerror(errno)) }

    private func makeNonBlocking() -> Bool {
        // Close-on-exec: a mailer that the application starts must not hold on to connections.
        fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 && fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
    }

    private func set(_ option: Int32, level: Int32, to value: Int32 = 1) -> Bool {
        var value = value
        return setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size)) == 0
    }
}
