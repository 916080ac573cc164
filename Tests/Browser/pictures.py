"""Takes pictures of every page for people to look at: at 320, 390 and 1280 pixels, light and dark,
and as paper.

    .venv/bin/python Tests/Browser/pictures.py FOLDER [WORDS…]

Pages whose name holds one of the words, or all of them without words. Not a test.

    .venv/bin/python Tests/Browser/pictures.py --readme

Takes the one picture of the README, Tests/Browser/pictures/dashboard.png.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import kootenai
from chromium import launch
from client import Client
from kootenai import DECLINED_CARD, put_in_cart, rich_client, to_provider
from mailserver import MailServer, program
from portal import Portal

WIDTHS = (320, 390, 1280)
SCHEMES = ("light", "dark")
PERMIT = "/permits/RES16-0688"
README_PICTURE = Path(__file__).parent / "pictures" / "dashboard.png"


class Photographer:
    """Shows pages to one visitor after another and keeps what they see."""

    def __init__(self, browser, portal, folder, words):
        self.portal = portal
        self.folder = folder
        self.words = words
        self.mails = None
        self.context = browser.new_context(base_url=portal.address)
        self.page = self.context.new_page()

    def be(self, client):
        """Looks with this visitor's cookies from now on."""
        self.context.clear_cookies()
        for name, value in client.cookies.items():
            self.context.add_cookies([{"name": name, "value": value, "url": self.portal.address}])

    def take(self, name, path=None):
        """The page at that address, or the one that is there."""
        if self.words and not any(word in name for word in self.words):
            return
        if path:
            self.page.goto(path)
        for scheme in SCHEMES:
            for width in WIDTHS:
                self.page.emulate_media(color_scheme=scheme, media="screen")
                self.page.set_viewport_size({"width": width, "height": 900})
                self.page.screenshot(
                    path=self.folder / f"{name}-{width}-{scheme}.png", full_page=True
                )
        self.page.emulate_media(media="print")
        self.page.pdf(path=self.folder / f"{name}.pdf", format="Letter")
        self.page.emulate_media(media="screen")

    def press(self, button):
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).click()


def take_all(camera):
    portal = camera.portal
    camera.be(Client(portal))
    camera.take("home", "/")
    camera.take("login", "/login")
    camera.press("LOGIN")
    camera.take("login-empty")
    camera.take("contact", "/contact")
    camera.take("search", "/permits")
    camera.take("search-results", "/permits?value=RES16")
    camera.take("permit-public", PERMIT)
    camera.take("not-found", "/permits/NOBODY-1")
    camera.take("office-login", "/admin/login")
    forgotten_password(camera)
    first_login(camera)
    rich = rich_client(portal)
    camera.be(rich)
    permit_pages(camera)
    inspection_pages(camera)
    money_pages(camera, rich)
    camera.be(kootenai.second_client(portal))
    camera.take("dashboard-second", "/dashboard")
    kootenai.second_client(portal)
    camera.take("sessions-two", "/profile/sessions")
    office_pages(camera)


def forgotten_password(camera):
    page = camera.page
    camera.take("forgot-password", "/forgot-password")
    page.goto("/forgot-password")
    camera.press("RESET PASSWORD")
    camera.take("forgot-password-empty")
    page.get_by_role("textbox", name="Email").fill("second@example.com")
    camera.press("RESET PASSWORD")
    camera.take("forgot-password-notice")
    camera.press("CONTINUE")
    camera.take("forgot-password-sent")
    text = camera.mails.wait_for(1)[0].get_content()
    path = "/reset-password/" + text.split("/reset-password/")[1].split()[0]
    camera.take("reset-password", path)
    page.goto(path)
    camera.press("RESET PASSWORD")
    camera.take("reset-password-empty")
    camera.take("reset-password-dead", "/reset-password/x")


def first_login(camera):
    camera.page.goto("/")
    kootenai.fill_ribbon(camera.page, kootenai.RICH, kootenai.PIN)
    camera.press("LOGIN")
    camera.take("first-login")
    camera.press("CONTINUE")
    camera.take("first-login-empty")


def permit_pages(camera):
    camera.take("dashboard", "/dashboard")
    camera.take("profile", "/profile")
    camera.take("sessions", "/profile/sessions")
    camera.take("permit", PERMIT)
    for tab in ("site", "contacts", "fees", "inspections", "conditions", "reviews"):
        camera.take(f"permit-{tab}", f"{PERMIT}/{tab}")
    attachment_pages(camera)
    camera.take("permit-active", "/permits/RES16-0304")
    camera.take("permit-active-inspections", "/permits/RES16-0304/inspections")


def attachment_pages(camera):
    page = camera.page
    camera.take("attachments-none", "/permits/RES17-0163/attachments")
    camera.take("attachment-new", f"{PERMIT}/attachments/new")
    page.goto(f"{PERMIT}/attachments/new")
    page.get_by_role("textbox", name="Description").fill("Revised site plan")
    camera.press("SEND FILE")
    camera.take("attachment-wrong")
    name = "a-name-without-any-place-to-break-it-" * 4 + "plan.pdf"
    page.get_by_label("File").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1.4 a plan"}
    )
    camera.press("SEND FILE")
    camera.take("attachments")
    camera.take(
        "attachment-removal",
        page.get_by_role("link", name="Remove", exact=True).first.get_attribute("href"),
    )


def inspection_pages(camera):
    page = camera.page
    camera.take("inspection-request", "/permits/RES16-0304/inspections/new")
    page.goto("/permits/RES16-0304/inspections/new")
    page.get_by_role("textbox", name="Contact Name").fill("")
    camera.press("SUBMIT")
    camera.take("inspection-request-wrong")
    page.get_by_role("textbox", name="Contact Name").fill("Rich")
    for name in ("Inspection Type", "Requested Date", "Time"):
        page.get_by_role("combobox", name=name).select_option(index=1)
    camera.press("ADD INSPECTION")
    camera.take("inspection-request-added")
    camera.press("SUBMIT")
    camera.take("dashboard-requested")
    link = page.locator("#active-inspections").get_by_role("link", name="ADDRESSING").first
    camera.take("inspection", link.get_attribute("href"))


def money_pages(camera, rich):
    page = camera.page
    camera.take("cart-empty", "/cart")
    put_in_cart(rich, "RES16-0688")
    put_in_cart(rich, "RES17-0163")
    camera.take("cart", "/cart")
    camera.take("checkout", "/checkout")
    order = to_provider(rich)
    page.goto("/checkout")
    camera.press("CONTINUE")
    camera.take("provider")
    camera.press("Process Payment")
    camera.take("provider-wrong")
    camera.take("payment-in-progress", "/checkout")
    answer = rich.post("/trial-provider", order | {"number": DECLINED_CARD, "outcome": "pay"})
    camera.take("payment-declined", answer.location)
    order = to_provider(rich)
    answer = rich.post("/trial-provider", order | {"number": kootenai.CARD, "outcome": "pay"})
    camera.take("receipt", answer.location)
    camera.take("paid-items", "/receipts")
    camera.take("dashboard-paid", "/dashboard")
    camera.take("foreign-permit", "/permits/RES16-0601")
    camera.take("foreign-fees", "/permits/RES16-0601/fees")


def office_pages(camera):
    camera.be(Client(camera.portal))
    camera.page.goto("/admin")
    camera.page.get_by_role("textbox", name="Email").fill("clerk@example.com")
    camera.page.get_by_role("textbox", name="Password").fill(kootenai.USED_PASSWORD)
    camera.press("LOGIN")
    camera.take("counter", "/admin")
    camera.take("counter-permit", PERMIT)
    camera.take("mail", "/admin/mail")
    camera.page.locator("summary").first.click()
    camera.take("mail-text")
    camera.take("counter-attachments", f"{PERMIT}/attachments")
    account_pages(camera)


def account_pages(camera):
    guesser = Client(camera.portal)
    for _ in range(10):
        wrong = {"company": "AEC0207", "password": "Wrong1968"}
        assert guesser.submit("/login", wrong, at="/login").status == 422
    camera.take("accounts", "/admin/accounts?q=s")
    camera.page.get_by_role("link", name=kootenai.SECOND).click()
    camera.take("account")
    camera.press("ISSUE A NEW PIN")
    camera.take("account-pin")


def take_for_readme(camera):
    """The dashboard on a desk, from the top of the page to the end of the inspections."""
    camera.be(rich_client(camera.portal))
    page = camera.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto("/dashboard")
    table = page.locator("#active-inspections").bounding_box()
    clip = {"x": 0, "y": 0, "width": 1280, "height": round(table["y"] + table["height"] + 16)}
    page.screenshot(path=README_PICTURE, clip=clip, full_page=True)


def main(words):
    is_for_readme = words == ["--readme"]
    folder = README_PICTURE.parent if is_for_readme else Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        MailServer() as mails,
        Portal(
            Path(data) / "data", settings={"PERMIT_PORTAL_SENDMAIL": program(mails, Path(data))}
        ) as portal,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright.chromium)
        camera = Photographer(browser, portal, folder, words[1:])
        camera.mails = mails
        mails.answers["contractor@example.com"] = "550 no such mailbox here"
        (take_for_readme if is_for_readme else take_all)(camera)
        browser.close()


if __name__ == "__main__":
    words = sys.argv[1:]
    if not words or (words[0].startswith("-") and words != ["--readme"]):
        sys.exit(__doc__)
    main(words)
