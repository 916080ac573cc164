import Foundation
import Server

do {
    // As the program that serves does, so that pages made here take as long as there.
    HeapRoom.keep()
    let settings = try Settings(Array(CommandLine.arguments.dropFirst()))
    let workplace = try Workplace()
    let signals = workplace.clearOnSignals()
    defer { workplace.clear() }
    try Bench(settings: settings, workplace: workplace).run()
    for source in signals { source.cancel() }
} catch {
    FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
    exit(1)
}
