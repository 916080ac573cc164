import Foundation
import Mustache
import TestSupport
import Testing

@testable import Portal

struct SampleTests {
    @Test(arguments: PageSample.all, [false, true])
    func `a page's sample has every name its template asks for, in the visitors' frame and the office's`(
        page: PageSample, isOffice: Bool
    ) throws {
        let frame = Frame.sample(isOffice: isOffice, faults: page.faults, notice: page.notice)
        let bytes = try DemoSite.templates.get().render(page.template, frame, page.value, strict: true)
        let shown = try MarkupReader.read(String(decoding: bytes, as: UTF8.self))
        #expect(!shown.all("h1").isEmpty && !shown.all("title").isEmpty)
        for fault in page.faults { #expect(shown.text.contains(fault.text)) }
    }

    @Test func `every page has its sample here`() throws {
        let folder = ProjectFolder.file("Sources/Portal")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix("Page.swift") }
        let pages = files.map { ($0 as NSString).lastPathComponent.replacing(".swift", with: "") }
        #expect(Set(pages).subtracting(["Page"]) == Set(PageSample.all.map(\.type)))
    }

    @Test func `every template is a page's, or a part of one that is used`() throws {
        let names = Set(try DemoSite.templates.get().names.filter { !$0.hasPrefix("Parts/") && $0 != "Layout" })
        #expect(names == Set(PageSample.all.map(\.template)))
    }

    @Test func `a misspelt name in a template is found`() throws {
        let page = PageSample(HomePage.self)
        let wrong = try TemplateLibrary(sources: ["Home/Home": "{{shortNmae}}"])
        #expect(throws: TemplateError.self) { try wrong.render(page.template, page.value, strict: true) }
    }

    @Test func `no template inserts anything unescaped`() throws {
        let folder = ProjectFolder.file("Templates")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mustache") }
        #expect(files.count > 20)
        for file in files {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            #expect(!text.contains("{{{") && text.firstMatch(of: #/\{\{\s*&/#) == nil && !text.contains("{{="), "\(file)")
        }
    }
}
