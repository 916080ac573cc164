"""A visitor in a browser with JavaScript switched off. Every step ends on a page, and every page is
looked at."""

from playwright.sync_api import expect


class Walk:
    """One visitor: a browser context of its own, with its own cookies."""

    def __init__(self, browser, portal, eyes):
        self.portal = portal
        self.eyes = eyes
        self.context = browser.new_context(
            java_script_enabled=False,
            base_url=portal.address,
            viewport={"width": 1280, "height": 900},
        )
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.wrong = []
        self.context.on("request", self._watch)
        self.context.on("console", self._note)
        self.response = None

    def _note(self, said):
        # Chromium calls an answer of 4xx an error on the console; the tests say which they expect.
        if said.type == "error" and "the server responded with a status of 4" not in said.text:
            self.wrong.append(f"the console says {said.text}")

    def _watch(self, request):
        if not request.url.startswith(self.portal.address + "/"):
            self.wrong.append(f"a request leaves the portal: {request.url}")

    def close(self):
        """Ends the visit, and tells what was wrong with any page of it."""
        self.context.close()
        assert not self.wrong, "\n".join(self.wrong)

    def be(self, client):
        """Goes on as somebody who is signed in already."""
        cookies = client.cookies.items()
        address = self.portal.address
        self.context.add_cookies([{"name": n, "value": v, "url": address} for n, v in cookies])
        return self

    # Steps

    def open(self, path, status=200):
        self._arrive(self.page.goto(path), status)
        return self

    def follow(self, name, within=None, status=200, exact=True):
        link = (within or self.page).get_by_role("link", name=name, exact=exact)
        return self._go(link.click, status)

    def press(self, name, within=None, status=200, exact=True):
        button = (within or self.page).get_by_role("button", name=name, exact=exact)
        return self._go(button.click, status)

    def back(self, status=200):
        return self._go(self.page.go_back, status)

    def _go(self, act, status):
        with self.page.expect_navigation(wait_until="load") as navigation:
            act()
        self._arrive(navigation.value, status)
        return self

    def _arrive(self, response, status):
        assert response.status == status, f"{response.url}: {response.status}, not {status}"
        self.response = response
        self.wrong += self.eyes.look(response)

    # What stands on the page

    @property
    def path(self):
        return self.page.url.removeprefix(self.portal.address)

    @property
    def text(self):
        """The words of the page's main part, with single blanks."""
        return " ".join(self.page.locator("main").inner_text().split())

    def heading(self, name):
        expect(self.page.locator("h1")).to_have_text(name)
        return self

    def says(self, *sentences):
        text = self.text
        for sentence in sentences:
            assert sentence in text, f"{self.path} does not say “{sentence}”: {text}"
        return self

    def hides(self, *sentences):
        html = self.page.locator("body").inner_html()
        for sentence in sentences:
            assert sentence not in html, f"{self.path} shows “{sentence}”"
        return self

    def problem(self, *sentences):
        """A refused form: said at the top, in the title, and at the field."""
        assert self.page.title().startswith("Error: "), self.page.title()
        box = self.page.get_by_role("alert")
        expect(box).to_contain_text("There is a problem")
        for sentence in sentences:
            expect(box).to_contain_text(sentence)
        for link in box.get_by_role("link").all():
            target = self.page.locator(link.get_attribute("href"))
            expect(target).to_have_count(1)
            words = self.page.locator(f"{link.get_attribute('href')}-error")
            expect(words).to_contain_text(link.inner_text())
        return self

    def notice(self):
        return self.page.locator("main").get_by_role("status")

    def links(self, within="body"):
        return [
            link.inner_text().strip()
            for link in self.page.locator(within).get_by_role("link").all()
        ]

    # Forms

    def field(self, name):
        return self.page.locator("main").get_by_role("textbox", name=name, exact=True)

    def type(self, **values):
        """Types into fields named by their labels, blanks written as underscores."""
        return self.fill({name.replace("_", " "): value for name, value in values.items()})

    def fill(self, values):
        for name, value in values.items():
            self.field(name).fill(value)
        return self

    def choose(self, name, label):
        self.page.locator("main").get_by_role("combobox", name=name, exact=True).select_option(
            label=label
        )
        return self

    def choices(self, name):
        box = self.page.locator("main").get_by_role("combobox", name=name, exact=True)
        return box.evaluate("box => [...box.options].filter(o => o.value).map(o => o.label)")

    # Tables

    def table(self, caption):
        """The table of that caption as rows of texts, its headers first."""
        table = self._table(caption)
        return table.evaluate(
            "table => [...table.rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))"
        )

    def records(self, caption):
        """Rows of that table by their first cell."""
        return {row[0]: row for row in self.table(caption)[1:]}

    def row(self, caption, first):
        rows = self._table(caption).get_by_role("row")
        return rows.filter(has=self.page.get_by_role("rowheader", name=first))

    def _table(self, caption):
        return self.page.locator("table").filter(
            has=self.page.locator("caption").filter(has_text=caption)
        )
