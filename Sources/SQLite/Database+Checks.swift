extension Database {
    /// Looks through the file for damage and for rows that refer to nothing; empty when all is well.
    /// Reads all of it, on a connection of its own, beside readers and the writer.
    public func quickCheck() throws -> [String] {
        let connection = try reader()
        let damage = try connection.structuralDamage()
        // On a damaged file the second look would only stumble over the first finding.
        return try damage.isEmpty ? connection.brokenReferences() : damage
    }
}
