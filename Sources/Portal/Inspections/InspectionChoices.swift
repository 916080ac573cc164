import Permitting

/// The selects of the row being typed: only what may be asked for now.
struct InspectionChoices {
    let types: [String]
    let days: [AgencyDay]
    let slots: [InspectionSlot]
    let typed: InspectionForm.Row
    /// Nothing was added yet, so this row has to be filled in.
    let isNeeded: Bool
    let faults: [Fault]

    var all: [Choice] {
        [
            choice("type", "Inspection Type", types.map { .init(value: $0, label: $0) }, typed.type, "Choose an inspection"),
            choice(
                "day", "Requested Date", days.map { .init(value: $0.rawValue, label: $0.description) }, typed.day, "Choose a date"
            ),
            choice("time", "Time", slots.map { .init(value: $0.name, label: $0.label) }, typed.slot, "Choose AM or PM"),
        ]
    }

    private func choice(
        _ name: String, _ label: String, _ options: [Choice.Option], _ selected: String, _ prompt: String
    ) -> Choice {
        var choice = Choice(name: name, label: label, options: options, selected: selected)
        choice.isRequired = isNeeded
        choice.prompt = prompt
        choice.error = faults.text(name)
        return choice
    }
}
