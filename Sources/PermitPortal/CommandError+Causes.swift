import Mustache
import Permitting
import Portal
import Server
import Storage

extension CommandError {
    /// What any error of the modules below means to somebody at a command line.
    init(_ error: any Error) {
        switch error {
        case let error as CommandError: self = error
        case let error as AgencyFileError: self = .configuration(error.description)
        case let error as TemplateError: self = .configuration("template \(error)")
        case DataFolder.Refusal.noRecords(let path): self = .badData(DataFolder.Refusal.noRecords(path: path).description)
        case let error as DataFolder.Refusal: self = .inputOutput(error.description)
        case let error as ServerError: self = .inputOutput(error.description)
        case let error as ImportError: self = .badData(error.description)
        case let error as PermitExport.Failure: self = .inputOutput(error.description)
        case let error as RecordsCopy.Refusal:
            if case .cannot = error { self = .inputOutput(error.description) } else { self = .badData(error.description) }
        case let error as Enrollment.Refusal: self = .badData(error.description)
        case let error where StorageFault.isDamage(error): self = .badData("the records are damaged: \(error)")
        default: self = StorageFault.isInputOutput(error) ? .inputOutput("\(error)") : .fault("\(error)")
        }
    }
}
