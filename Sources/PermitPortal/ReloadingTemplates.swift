import Foundation
import Mustache
import Portal
import Synchronization

/// Templates of a folder, read again when one of them changed; looked at once a second at most. A broken one is told on the console,
/// and the last good ones go on serving.
final class ReloadingTemplates: TemplateSource {
    private struct State {
        var library: TemplateLibrary
        var stamp: Int
        var lookedAt: Date
    }

    private let folder: String
    private let state: Mutex<State>

    init(folder: String) throws {
        self.folder = folder
        state = Mutex(State(library: try TemplateLibrary(folder: folder), stamp: Self.stamp(folder), lookedAt: Date()))
    }

    func render(_ template: String, frame: Value, page: Value, strict: Bool) throws -> [UInt8] {
        try current.render(template, frame, page, strict: strict)
    }

    private var current: TemplateLibrary {
        state.withLock { state in
            let now = Date()
            guard now.timeIntervalSince(state.lookedAt) >= 1 else { return state.library }
            state.lookedAt = now
            let stamp = Self.stamp(folder)
            guard stamp != state.stamp else { return state.library }
            state.stamp = stamp
            do {
                state.library = try TemplateLibrary(folder: folder)
            } catch {
                Console.complain("template \(error)")
            }
            return state.library
        }
    }

    /// Changes whenever a template is written, added or removed.
    private static func stamp(_ folder: String) -> Int {
        var hasher = Hasher()
        for name in (FileManager.default.subpaths(atPath: folder) ?? []).sorted() {
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            hasher.combine(name)
            hasher.combine(attributes?[.modificationDate] as? Date)
            hasher.combine(attributes?[.size] as? Int)
        }
        return hasher.finalize()
    }
}
