import Permitting
import Testing

struct SiteTests {
    @Test(arguments: [
        (Site(address: "1968 E DODD RD", city: "HAYDEN", state: "ID", zip: "83835"), "1968 E DODD RD, HAYDEN, ID 83835"),
        (Site(address: "1968 E DODD RD"), "1968 E DODD RD"), (Site(address: "", city: "HAYDEN", state: "ID"), "HAYDEN, ID"),
        (Site(address: "1968 E DODD RD", zip: "83835"), "1968 E DODD RD, 83835"), (Site(), ""),
    ])
    func `an address's line has what is known of it and no stray commas`(site: Site, line: String) {
        #expect(site.line == line)
    }
}
