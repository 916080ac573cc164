import Connectors
import Foundation
import Permitting
import Portal
import Server
import Storage

/// Serves the portal until it is told to stop.
enum ServeCommand {
    static let subcommand = Subcommand(
        name: "serve", usage: "serve --agency FILE [--data DIR] [--port 8080] [--host 127.0.0.1] [--demo]",
        summary: "serves the portal; --demo files demo records first where there are none", run: run)

    @Sendable private static func run(_ words: [String]) throws {
        let arguments = try Arguments(words, options: ["--agency", "--data", "--port", "--host"], flags: ["--demo"])
        guard let port = UInt16(arguments.value("--port") ?? "8080") else {
            throw CommandError.usage("the port is a number from 0 to 65535")
        }
        HeapRoom.keep()
        let demo = arguments.has("--demo") ? try DemoCommand.find(arguments) : nil
        let office = try Office(arguments, demo: demo)
        let files = try ProgramFiles.find()
        let host = arguments.value("--host") ?? "127.0.0.1"
        let log = AccessLog(descriptor: STDOUT_FILENO)
        let address = try ServedAddress(port: port)
        let sign = StopSign()
        let carrier = carrier(of: office, isDemo: demo != nil, isStopping: sign)
        let server = try makeServer(
            office, files, host: host, port: port, address: address, sendsMail: carrier != nil, log: log)
        let termination = Termination()
        try address.learn(port: try server.start())
        let mail = carrier.map { sendMail(of: office, address, by: $0, isStopping: sign) }
        if let demo { DemoCommand.printLogins(demo) }
        Console.say("\(office.agency.name): \(address.current.text)")
        if let folder = carrier as? MailFolder { Console.say("Mail is put into \(folder.path), not sent.") }
        if mail == nil { Console.say("Mail is kept, not sent: PERMIT_PORTAL_SENDMAIL names no mail program.") }
        termination.wait()
        mail?.stop()
        // Of the ten seconds that are promised, one is for the records and the log.
        server.stop(within: 9)
        mail?.finish(within: Sendmail.secondsToStop)
        office.database.close()
        log.flush()
    }

    /// nil where no mail program is configured; a demonstration does without one.
    private static func carrier(of office: Office, isDemo: Bool, isStopping sign: StopSign) -> (any MailCarrier)? {
        let sender = Mailbox(office.agency.name, office.agency.office.emailAddress)
        if let sendmail = Sendmail(command: Surroundings.sendmail, sender: sender, isStopping: { sign.isUp }) { return sendmail }
        return isDemo ? MailFolder(path: office.folder.path + "/mail") : nil
    }

    private static func sendMail(
        of office: Office, _ address: ServedAddress, by carrier: any MailCarrier, isStopping sign: StopSign
    ) -> MailThread {
        let database = office.database
        let link = LinkSeal(database: database) { address.current }
        let member = MemberInvitationSeal(database: database) { address.current }
        let invitation = InvitationSeal(database: database) { address.current }
        return MailThread(
            bell: database.outboxBell, isStopping: sign, now: { Office.now }, complain: { Console.complain($0) }
        ) {
            try MailRound(database, carrier: carrier, isStopping: { sign.isUp }) { message, now in
                try link.seal(message, at: now).flatMap { try invitation.seal($0, at: now) }.flatMap {
                    try member.seal($0, at: now)
                }
            }
        }
    }

    private static func makeServer(
        _ office: Office, _ files: ProgramFiles, host: String, port: UInt16, address: ServedAddress, sendsMail: Bool,
        log: AccessLog
    ) throws -> HTTPServer {
        var configuration = PermitSite.Configuration(
            baseAddress: { address.current }, isSecure: address.current.isSecure, now: { Office.now },
            logFault: { Console.complain($0) })
        configuration.sendsMail = sendsMail
        if let cost = try Surroundings.passwordCost() { configuration.passwordCost = cost }
        let gateway = TrialGateway(key: try Enrollment.key("trial provider", in: office.database))
        let site = try PermitSite(
            agency: office.agency, database: office.database, templates: try files.templateSource(), assets: try files.assets(),
            gateway: gateway, configuration: configuration)
        var server = ServerConfiguration(host: host, port: port)
        server.trustedProxies = Surroundings.proxies
        server.forwardedFields = try Surroundings.forwardedFields()
        // A system's own temporary folder may be small, or in memory.
        server.temporaryFolder = office.folder.path
        return HTTPServer(application: PortalApplication(site: site, database: office.database), configuration: server) {
            var line = $0
            line.path = site.loggedPath(line.path, route: line.route)
            log.write(line)
        }
    }
}
