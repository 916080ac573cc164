"""Harnett County's public users, as its guide tells it: "Setup an Account", the link in the mail,
"Link To Permits", the permit on the dashboard; and how a link and an address are undone."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from client import Client
from mailserver import MailServer, program
from portal import ROOT, Portal, run

HARNETT = ROOT / "Agencies" / "harnett.json"
ADDRESS = "sam@example.com"
PASSWORD = "Screened-porch7"
NUMBER = "RES20-0045"
SIGN_UP = {
    "Name": "Sam Homeowner",
    "Email": ADDRESS,
    "Password": PASSWORD,
    "Confirm Password": PASSWORD,
}


@pytest.fixture(scope="module")
def harnett_records(tmp_path_factory):
    folder = tmp_path_factory.mktemp("harnett") / "data"
    made = run("demo", "--agency", HARNETT, "--data", folder)
    assert made.returncode == 0, made.stderr
    assert "homeowner@example.com" in made.stdout
    return folder


@pytest.fixture
def server():
    with MailServer() as server:
        yield server


@pytest.fixture
def portal(server, harnett_records, tmp_path):
    data = shutil.copytree(harnett_records, tmp_path / "data")
    settings = {"PERMIT_PORTAL_SENDMAIL": program(server, tmp_path)}
    with Portal(data, agency=HARNETT, demo=False, settings=settings) as portal:
        yield portal


def text(mail):
    return mail.get_content().replace("\r\n", "\n")


def link(mail, portal):
    found = re.search(r"press CONFIRM:\n(\S+)\n", text(mail))
    assert found and found[1].startswith(portal.address + "/confirm-email/"), text(mail)
    return found[1].removeprefix(portal.address)


def sign_in(walk, name, password, status=200):
    """By the ribbon, as Public."""
    walk.open("/")
    ribbon = walk.page.get_by_role("form", name="Sign in")
    ribbon.get_by_role("combobox", name="Account type").select_option(label="Public")
    ribbon.get_by_role("textbox", name="Name or email").fill(name)
    ribbon.get_by_role("textbox", name="Password").fill(password)
    return walk.press("LOGIN", within=ribbon, status=status)


def link_permit(walk, number, status=200):
    walk.follow("Link To Permits", within=walk.page.locator("main")).heading("Link To Permits")
    return walk.type(Permit_Number=number).press("LINK", status=status)


def test_from_the_start_page_to_a_permit_on_the_dashboard(new_walk, portal, server):
    walk = new_walk(portal).open("/").follow("Setup an Account").heading("Setup an Account")
    walk.says("Minimum of 8 characters", "ask for inspections")
    walk.fill(SIGN_UP | {"Confirm Password": "other"}).press("CREATE ACCOUNT", status=422)
    walk.problem("The two passwords are not the same")
    expect(walk.field("Name")).to_have_value("Sam Homeowner")
    walk.fill(SIGN_UP).press("CREATE ACCOUNT").heading("Check your mail")
    [mail] = server.wait_for(1)
    assert mail["Subject"] == "Confirm your account – Harnett County"
    sign_in(walk, ADDRESS, PASSWORD, status=422)
    walk.problem("The name, the email or the password is not right")

    path = link(mail, portal)
    walk.open(path).heading("Confirm your email").says("Sam Homeowner", ADDRESS)
    assert walk.response.all_headers()["referrer-policy"] == "no-referrer"
    walk.press("CONFIRM").heading("Public Login")
    expect(walk.notice()).to_contain_text("Your account is open.")
    walk.type(Name_or_email=ADDRESS, Password=PASSWORD).press("LOGIN")
    walk.heading("Hello Sam Homeowner.").says("No permit stands here yet.")

    link_permit(walk, "RES20-9999", status=422)
    walk.problem("There is no permit with this number")
    walk.type(Permit_Number=NUMBER.lower()).press("LINK").heading("Hello Sam Homeowner.")
    assert NUMBER in walk.records("My Active Permits")


def test_what_is_linked_stands_on_the_dashboard_and_is_undone(new_walk, portal, server):
    walk = sign_in(new_walk(portal), "homeowner@example.com", "Permit2Build!")
    walk.heading("Hello HOLLIS HOMEOWNER.")
    link_permit(walk, "res 20 0045").heading("Hello HOLLIS HOMEOWNER.")
    expect(walk.notice()).to_contain_text(f"Permit {NUMBER} is linked")
    row = walk.records("My Active Permits")[NUMBER]
    assert "Request" in row
    walk.follow(NUMBER).heading(re.compile(NUMBER))
    walk.follow("Request Inspection").heading(f"PERMIT Inspection Request - {NUMBER}")
    walk.open("/permits/link").press("Unlink").heading("Link To Permits")
    expect(walk.notice()).to_have_text("The permit is not linked any more.")
    walk.says("No permit is linked yet.")
    # A permit with a contractor: the company is told.
    walk.type(Permit_Number="MEC20-0101").press("LINK")
    [mail] = server.wait_for(1)
    assert "HOLLIS HOMEOWNER linked permit MEC20-0101" in text(mail)
    assert mail["To"].addresses[0].addr_spec == "capefear@example.com"
    walk.open("/permits/MEC20-0101/contacts").hides("910-555-0142", "capefear@example.com")


def test_nobody_learns_whether_an_address_has_an_account(new_walk, portal, server):
    said = set()
    for address in (ADDRESS, "homeowner@example.com"):
        walk = new_walk(portal).open("/account/new")
        walk.fill(SIGN_UP | {"Email": address}).press("CREATE ACCOUNT").heading("Check your mail")
        said.add(walk.text)
    assert len(said) == 1
    subjects = {mail["To"].addresses[0].addr_spec: mail["Subject"] for mail in server.wait_for(2)}
    assert subjects == {
        ADDRESS: "Confirm your account – Harnett County",
        "homeowner@example.com": "You have an account already – Harnett County",
    }
    walk.follow("Forgot Password", within=walk.page.locator("main")).heading("Forgot Password")
    walk.choose("Account type", "PUBLIC").type(Email="homeowner@example.com")
    walk.press("RESET PASSWORD").says("PUBLIC", "every account under this address will be reset")


def test_a_new_address_is_confirmed_before_it_is_used(new_walk, portal, server):
    walk = sign_in(new_walk(portal), "homeowner@example.com", "Permit2Build!")
    walk.follow("VIEW/EDIT PROFILE").heading("Edit Information").hides("State License #")
    walk.type(Email=ADDRESS, Current_Password="Permit2Build!").press("SAVE")
    walk.says(f"Waiting for confirmation of {ADDRESS}")
    expect(walk.field("Email")).to_have_value("homeowner@example.com")
    mails = {mail["To"].addresses[0].addr_spec: mail for mail in server.wait_for(2)}
    assert "910-893-7525" in text(mails["homeowner@example.com"])
    walk.open(link(mails[ADDRESS], portal)).press("CONFIRM").heading("Edit Information")
    expect(walk.field("Email")).to_have_value(ADDRESS)
    client = Client(portal)
    fields = {"kind": "public", "username": "homeowner@example.com", "password": "Permit2Build!"}
    assert client.submit("/login", fields, at="/login?kind=public").status == 422
    assert client.submit("/login", fields | {"username": ADDRESS}).location == "/dashboard"
    assert "confirm-email/{token}" in "\n".join(portal.lines)


def test_an_agency_without_public_accounts_offers_none(new_walk, tmp_path):
    hemet = ROOT / "Agencies" / "hemet.json"
    with Portal(tmp_path / "data", agency=hemet) as portal:
        walk = new_walk(portal).open("/")
        assert "Setup an Account" not in walk.links()
        expect(walk.page.get_by_label("Account type")).to_have_count(0)
        walk.open("/account/new", status=404)
