import Testing

@testable import PermitPortal

struct MetricsTextTests {
    @Test func `a family is its help, its type and its samples`() {
        var text = MetricsText()
        text.add(.gauge, "doors_open", "Doors that are open.", 3)
        text.add(
            .counter, "visits_total", "Visits.", [([("door", "north"), ("kind", "a\"b\\c\nd")], 1.5), ([("door", "")], 2.0)])
        #expect(
            text.text == """
                # HELP doors_open Doors that are open.
                # TYPE doors_open gauge
                doors_open 3
                # HELP visits_total Visits.
                # TYPE visits_total counter
                visits_total{door="north",kind="a\\"b\\\\c\\nd"} 1.5
                visits_total{door=""} 2

                """)
    }

    @Test func `help may hold a quote, but no line's end`() {
        var text = MetricsText()
        text.add(.gauge, "x", "a \"b\" \\ \n c", 0)
        #expect(text.text.hasPrefix("# HELP x a \"b\" \\\\ \\n c\n# TYPE x gauge\n"))
    }

    @Test func `a histogram's buckets add up`() throws {
        var text = MetricsText()
        text.addHistograms("wait_seconds", "Waits.", [([("lane", "a")], [0.000_25, 1, 2.5], [1, 0, 2, 4], 40.25)])
        let expected = """
            # HELP wait_seconds Waits.
            # TYPE wait_seconds histogram
            wait_seconds_bucket{lane="a",le="0.00025"} 1
            wait_seconds_bucket{lane="a",le="1"} 1
            wait_seconds_bucket{lane="a",le="2.5"} 3
            wait_seconds_bucket{lane="a",le="+Inf"} 7
            wait_seconds_sum{lane="a"} 40.25
            wait_seconds_count{lane="a"} 7

            """
        #expect(text.text.replacing("2.5e-04", with: "0.00025") == expected)
        #expect(try MetricsReader(text.text).value("wait_seconds_count", ["lane": "a"]) == 7)
    }

    @Test func `what is written can be read, whatever a label holds`() throws {
        var text = MetricsText()
        let value = "a\"b\\n\n{},=\u{E9} \\"
        text.add(.gauge, "x", "\\ and \n", [([("of", value)], -1.5)])
        #expect(try MetricsReader(text.text).value("x", ["of": value]) == -1.5)
    }

    @Test(arguments: [
        "x 1\n", "# HELP x y\nx 1\n", "# TYPE x gauge\nx 1\n", "# HELP x y\n# TYPE x gauge\nx 1",
        "# HELP x y\n# TYPE x gauge\n\nx 1\n",
        "# HELP x y\n# TYPE x gauge\ny 1\n", "# HELP x y\n# TYPE x counter\nx 1\n", "# HELP x y\n# TYPE x gauge\nx 1\nx 2\n",
        "# HELP x y\n# TYPE x gauge\nx{a=\"\"\"} 1\n", "# HELP x y\n# TYPE x gauge\nx{a=\"\\t\"} 1\n",
        "# HELP x y\n# TYPE x gauge\nx one\n",
        "# HELP x y\n# TYPE x gauge\nx{a=\"1\",a=\"2\"} 1\n",
        "# HELP x y\n# TYPE x histogram\nx_bucket{le=\"1\"} 1\nx_sum 1\nx_count 1\n",
        "# HELP x y\n# TYPE x histogram\nx_bucket{le=\"1\"} 2\nx_bucket{le=\"+Inf\"} 1\nx_sum 1\nx_count 1\n",
        "# HELP x y\n# TYPE x histogram\nx_bucket{le=\"+Inf\"} 1\nx_count 1\n",
    ])
    func `the reader here refuses what is not as the format says`(text: String) {
        #expect(throws: MetricsReader.Failure.self) { try MetricsReader(text) }
    }
}
