import Permitting
import Testing

/// Which inspections of a permit may be asked for now.
struct InspectionOffersTests {
    static func inspection(_ type: String, _ state: Inspection.State) -> Inspection {
        Inspection(
            id: 1, permitID: 1, type: type, day: Kootenai.friday.adding(days: 3), slot: "AM", state: state, inspector: "",
            notes: "",
            resultNotes: "")
    }

    private static func offers(_ inspections: [Inspection], type: String = "RESIDENTIAL") throws -> [String: InspectionRefusal?] {
        let rules = try Kootenai.rules(try Kootenai.agency())
        let offers = rules.offers(permitType: type, inspections: inspections).map { ($0.type.name, $0.refusal) }
        return Dictionary(uniqueKeysWithValues: offers)
    }

    private static func open(_ inspections: [Inspection]) throws -> Set<String> {
        Set(try offers(inspections).filter { $0.value == nil }.keys)
    }

    @Test func `at first only what needs nothing before it may be asked for`() throws {
        #expect(try Self.open([]) == ["ADDRESSING", "SETBACK / FOOTING", "UNDERFLOOR PLUMBING", "ROUGH MECHANICAL"])
        #expect(try Self.offers([])["FOUNDATION WALL"] == .needsFirst(["SETBACK / FOOTING"]))
        #expect(try Self.offers([])["FINAL"] == .needsFirst(["ADDRESSING", "DRYWALL"]))
    }

    @Test func `what passed opens what comes after it, and is not asked for again`() throws {
        let offers = try Self.offers([Self.inspection("SETBACK / FOOTING", .passed)])
        #expect(offers["SETBACK / FOOTING"] == .alreadyPassed)
        #expect(offers["FOUNDATION WALL"] == .some(nil))
        #expect(offers["FRAMING"] == .needsFirst(["FOUNDATION WALL"]))
    }

    @Test func `only what is missing is named`() throws {
        let offers = try Self.offers([Self.inspection("ADDRESSING", .passed)])
        #expect(offers["FINAL"] == .needsFirst(["DRYWALL"]))
    }

    @Test(arguments: [Inspection.State.failed, .partial, .noAccess, .cancelled])
    func `what did not pass may be asked for again and opens nothing`(state: Inspection.State) throws {
        let offers = try Self.offers([Self.inspection("SETBACK / FOOTING", state)])
        #expect(offers["SETBACK / FOOTING"] == .some(nil))
        #expect(offers["FOUNDATION WALL"] == .needsFirst(["SETBACK / FOOTING"]))
    }

    @Test func `what was asked for waits, and opens nothing yet`() throws {
        let offers = try Self.offers([Self.inspection("SETBACK / FOOTING", .requested)])
        #expect(offers["SETBACK / FOOTING"] == .alreadyRequested(day: Kootenai.friday.adding(days: 3), slot: "AM"))
        #expect(offers["FOUNDATION WALL"] == .needsFirst(["SETBACK / FOOTING"]))
    }

    @Test func `failed once and passed later counts as passed`() throws {
        let offers = try Self.offers([
            Self.inspection("SETBACK / FOOTING", .failed), Self.inspection("SETBACK / FOOTING", .passed),
        ])
        #expect(offers["SETBACK / FOOTING"] == .alreadyPassed)
        #expect(offers["FOUNDATION WALL"] == .some(nil))
    }

    @Test(arguments: [("RESIDENTIAL", 9), ("MECHANICAL", 8), ("mechanical", 8), ("FENCE", 8), ("", 8)])
    func `each type of permit has its own list`(type: String, count: Int) throws {
        #expect(try Self.offers([], type: type).count == count)
    }
}
