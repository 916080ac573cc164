/// Where a field's bytes are: in the chunk as they were read, or, where doubled quotes had to go, in its scratch space.
struct CSVField {
    var start: Int
    var count: Int
    var isScratch: Bool
}
