/// Everything that one load compiled. Programs call each other by index, so that recursion makes no cycle of references.
final class ProgramTable: Sendable {
    let sources: [TemplateSource]
    let programs: [Program]

    init(sources: [TemplateSource], programs: [Program]) {
        self.sources = sources
        self.programs = programs
    }
}
