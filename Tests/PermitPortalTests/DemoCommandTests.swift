import Foundation
import Permitting
import Storage
import TestSupport
import Testing

struct DemoCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    private func demo() throws -> Program.Run { try program.run(["demo", "--agency", Program.agency, "--data", program.data]) }

    @Test func `demo records go into a new folder with every login told, and into one that holds records never`() throws {
        let first = try demo()
        #expect(first.code == 0)
        for login in try #require(Demo(named: "kootenai")).logins {
            #expect(first.output.contains("\(login.who): \(login.name)  password \(login.secret ?? "")"))
        }
        let checked = try program.run(["check", "--agency", Program.agency, "--data", program.data])
        #expect(checked.code == 0 && checked.output.contains("records: sound"))
        #expect(checked.output.contains("agency file: Kootenai County Community Development"))
        let attributes = try FileManager.default.attributesOfItem(atPath: program.data + "/permits.db")
        #expect(attributes[.posixPermissions] as? Int == 0o600)

        let before = try program.exporting()
        let second = try demo()
        #expect(second.code == 65 && second.output == "")
        #expect(second.complaint.contains("the data folder \(program.data) holds records already"))
        #expect(try program.exporting() == before)
    }

    @Test(arguments: Demo.names) func `every agency's demo is filed, and what it files is sound`(name: String) throws {
        let agency = ProjectFolder.file("Agencies/\(name).json")
        let cheap = ["PERMIT_PORTAL_PASSWORD_COST": "1"]
        let run = try program.run(["demo", "--agency", agency, "--data", program.data], environment: cheap)
        #expect(run.code == 0 && run.complaint == "")
        #expect(run.output.split(separator: "\n").count == 1 + (Demo(named: name)?.logins.count ?? 0))
        let checked = try program.run(["check", "--contents", "--agency", agency, "--data", program.data])
        #expect(checked.code == 0 && checked.output.contains("records: sound"))
    }

    @Test func `an agency file without a demo is told so`() throws {
        let copy = try program.place.write(try String(contentsOfFile: Program.agency, encoding: .utf8), to: "elsewhere.json")
        let run = try program.run(["demo", "--agency", copy, "--data", program.data])
        #expect(run.code == 64 && run.complaint.contains("there are no demo records for elsewhere"))
    }

    @Test func `while another program has the folder, nothing is filed`() throws {
        let folder = try DataFolder(path: program.data)
        let run = try demo()
        #expect(run.code == 74 && run.complaint.contains("is in use by another permit-portal"))
        #expect(!folder.holdsRecords)
    }
}
