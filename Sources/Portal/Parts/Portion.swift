/// One page of a list, and how many there are in all.
struct Portion<Row> {
    let rows: [Row]
    let total: Int

    /// `page` counts from 1. A page that has rows and is not full is the last one; then nothing has to be counted.
    init(page: Int, size: Int, _ read: (_ limit: Int, _ offset: Int) throws -> [Row], count: () throws -> Int) throws {
        let offset = (page - 1) * size
        rows = try read(size, offset)
        let isLast = rows.count < size && (offset == 0 || !rows.isEmpty)
        total = isLast ? offset + rows.count : try count()
    }
}
