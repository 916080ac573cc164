import Connectors
import Foundation
import Mustache
import Permitting
import Portal
import Storage
import TestSupport
import Testing

/// An agency's portal, Kootenai's where none is named, on demo records of one test's own, without a socket.
final class DemoSite: Sendable {
    static let address = "http://localhost:8080"
    static let rich = "AEC0119"
    static let second = "AEC0207"
    static let pin = "440119"
    static let password = "Permit2Build"
    static let templates = Result { try TemplateLibrary(folder: ProjectFolder.file("Templates")) }

    let place: TemporaryFolder
    let database: PermitDatabase
    let agency: Agency
    let gateway: TrialGateway
    let clock = MovableClock()
    let log = FaultLog()
    let site: PermitSite

    /// `change` edits the agency file's text, `templates` stand in for the shipped ones, `disk` for the one that files go to.
    init(
        address: String = DemoSite.address, templates: (any TemplateSource)? = nil, disk: AttachmentDisk = .system,
        sendsMail: Bool = true, of name: String = "kootenai", agency change: ((String) -> String)? = nil
    ) throws {
        place = try TemporaryFolder()
        let folder = try DataFolder(path: place.file("data"))
        let made = try DemoFile.made(name)
        try made.write(into: folder)
        database = try PermitDatabase(folder: folder, disk: disk)
        agency = if let change { try Self.agency(name, change, place) } else { made.agency }
        let base = try #require(BaseAddress(address))
        var configuration = PermitSite.Configuration(
            baseAddress: { base }, isSecure: base.isSecure, now: { [clock] in clock.now }, logFault: { [log] in log.write($0) })
        configuration.passwordCost = 1
        configuration.isStrict = true
        configuration.sendsMail = sendsMail
        gateway = TrialGateway(key: try Enrollment.key("trial provider", in: database))
        let shipped = try DemoSite.templates.get()
        site = try PermitSite(
            agency: agency, database: database, templates: templates ?? shipped,
            assets: AssetStore(files: ["portal.css": Array("body {}".utf8), "favicon.svg": Array("<svg/>".utf8)]),
            gateway: gateway,
            configuration: configuration)
    }

    deinit { database.close() }

    private static func agency(_ name: String, _ change: (String) -> String, _ place: TemporaryFolder) throws -> Agency {
        let text = try String(contentsOfFile: DemoFile.agencyFile(name), encoding: .utf8)
        return try AgencyFile.read(try place.write(change(text), to: name + ".json"))
    }

    var enrollment: Enrollment { Enrollment(database: database, now: clock.now) }

    func visitor() throws -> Visitor { try Visitor(self) }

    func read<T>(_ body: (Records) throws -> T) throws -> T { try body(try database.reader().records) }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Records) throws -> T) throws -> T { try database.write(body) }

    func credentials(_ license: String) throws -> ContractorStore.Credentials {
        try #require(try read { try $0.contractors.credentials(license: license) })
    }

    func permit(_ number: String) throws -> Permit {
        let number = try #require(PermitNumber(rawValue: number))
        return try #require(try read { try $0.permits.find(number) })
    }

    func inspections(_ number: String) throws -> [Inspection] {
        let permit = try permit(number)
        return try read { try $0.inspections.all(permit: permit.id) }
    }
}
