/// Something that must be met before or while the work goes on.
public struct Condition: Sendable {
    public let text: String
    public let status: String
    public let satisfiedOn: AgencyDay?

    public init(text: String, status: String, satisfiedOn: AgencyDay?) {
        self.text = text
        self.status = status
        self.satisfiedOn = satisfiedOn
    }
}
