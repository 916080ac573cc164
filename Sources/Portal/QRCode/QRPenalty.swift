/// How likely a reader is to mistake a pattern of squares (ISO/IEC 18004 §7.8.3): the mask with the least is taken.
enum QRPenalty {
    static func of(_ rows: [[Bool]]) -> Int {
        let columns = rows.indices.map { x in rows.map { $0[x] } }
        let lines = (rows + columns).map { runs($0) + 40 * falseCorners($0) }.reduce(0, +)
        return lines + 3 * squares(rows) + imbalance(rows)
    }

    /// Five of one colour in a row are three points, each further one a point.
    private static func runs(_ line: [Bool]) -> Int {
        var (points, length) = (0, 0)
        for index in line.indices {
            length = index > 0 && line[index] == line[index - 1] ? length + 1 : 1
            points += length == 5 ? 3 : length > 5 ? 1 : 0
        }
        return points
    }

    /// What looks like the middle of a corner, with four light squares before or after it.
    private static func falseCorners(_ line: [Bool]) -> Int {
        let corner = [true, false, true, true, true, false, true]
        let light = [false, false, false, false]
        let patterns = [corner + light, light + corner]
        guard line.count >= 11 else { return 0 }
        return (0...line.count - 11).map { start in patterns.count { $0.elementsEqual(line[start..<start + 11]) } }.reduce(0, +)
    }

    /// Two by two of one colour.
    private static func squares(_ rows: [[Bool]]) -> Int {
        var count = 0
        for y in rows.indices.dropFirst() {
            for x in rows.indices.dropFirst() {
                let colour = rows[y][x]
                if rows[y][x - 1] == colour && rows[y - 1][x] == colour && rows[y - 1][x - 1] == colour { count += 1 }
            }
        }
        return count
    }

    /// Ten points for each five hundredths by which dark and light are apart.
    private static func imbalance(_ rows: [[Bool]]) -> Int {
        let all = rows.count * rows.count
        let dark = rows.joined().count { $0 }
        return abs(dark * 20 - all * 10) / all * 10
    }
}
