"""A forgotten password, as the guide tells it: asked for, found in the mail, set, signed in with."""

import re
import shutil

import pytest
from playwright.sync_api import expect

import kootenai
from client import Client
from kootenai import SECOND, second_client, sign_in
from mailserver import MailServer, program
from portal import Portal

NEW = "Plumbline77"
ADDRESS = "second@example.com"


@pytest.fixture
def server():
    with MailServer() as server:
        yield server


@pytest.fixture
def portal(server, demo_records, tmp_path):
    data = shutil.copytree(demo_records, tmp_path / "data")
    settings = {"PERMIT_PORTAL_SENDMAIL": program(server, tmp_path)}
    with Portal(data, demo=False, settings=settings) as portal:
        yield portal


def ask(walk, address):
    walk.open("/").follow("Forgot Password").heading("Forgot Password")
    walk.says("CONTRACTOR").type(Email=address).press("RESET PASSWORD")
    walk.says("every account under this address will be reset", address)
    walk.press("CONTINUE").heading("Check your mail")
    return walk.text


def link(server, portal, count=1):
    text = server.wait_for(count)[-1].get_content().replace("\r\n", "\n")
    found = re.search(r"Reset Password:\n(\S+)\n", text)
    assert found and found[1].startswith(portal.address + "/reset-password/"), text
    return found[1].removeprefix(portal.address)


def test_a_contractor_who_forgot_the_password_sets_another_by_mail(new_walk, portal, server):
    elsewhere = second_client(portal)
    walk = new_walk(portal)
    ask(walk, ADDRESS)
    path = link(server, portal)
    [mail] = server.received
    assert mail["Subject"] == "Reset your password – Kootenai County"
    assert "- SECOND STREET BUILDERS (AEC0207)" in mail.get_content()

    walk.open(path).heading("Reset Password")
    assert walk.response.all_headers()["referrer-policy"] == "no-referrer"
    expect(walk.page.get_by_role("checkbox", name=f"{SECOND} (AEC0207)")).to_be_checked()
    walk.says("Security Question CAR", "Minimum of 6 characters")
    answer = f"Secret Answer for {SECOND} (AEC0207)"
    passwords = {"Password": NEW, "Confirm Password": NEW}
    walk.fill(passwords | {answer: "Ford"}).press("RESET PASSWORD", status=422)
    walk.problem("This is not the secret answer of SECOND STREET BUILDERS (AEC0207)")
    expect(walk.field("Password")).to_have_value("")
    walk.fill(passwords | {answer: "Chevrolet"}).press("RESET PASSWORD")
    expect(walk.notice()).to_have_text("Your new password is set. Sign in with it.")

    assert elsewhere.get("/dashboard").location == "/login?next=%2Fdashboard"
    walk.open(path, status=404).heading("This link does not work any more")
    sign_in(walk, SECOND, NEW).heading(f"Hello {SECOND}.")
    told = server.wait_for(2)[1]
    assert told["Subject"] == "Your password was changed – Kootenai County"
    # Neither the log nor the complaints have the link's secret.
    token = path.rsplit("/", 1)[1]
    assert token not in "\n".join(portal.lines) + portal.complaints()
    assert any("/reset-password/{token}" in line for line in portal.lines)


def test_nobody_learns_whether_an_address_is_on_file(new_walk, portal, server):
    said = {ask(new_walk(portal), address) for address in (ADDRESS, "nobody@example.com")}
    assert len(said) == 1
    link(server, portal)
    assert [mail["To"].addresses[0].addr_spec for mail in server.received] == [ADDRESS]


def test_the_ribbon_leads_there_on_every_page_and_what_is_no_address_is_told(new_walk, portal):
    for path in ("/", "/permits", "/contact"):
        walk = new_walk(portal).open(path).follow("Forgot your password?")
        walk.heading("Forgot Password")
    walk.type(Email="nobody").press("RESET PASSWORD", status=422)
    walk.problem("Enter an email address, like name@example.com")
    expect(walk.field("Email")).to_have_value("nobody")
    walk.open("/login").follow("Forgot your password?").heading("Forgot Password")


def test_one_client_is_told_to_wait_after_twenty_requests(portal, server):
    client = Client(portal)
    fields = {"step": "continue"}
    for number in range(20):
        answer = client.submit("/forgot-password", fields | {"email": f"nobody{number}@example.com"})
        assert answer.location == "/forgot-password/sent"
    refused = client.submit("/forgot-password", fields | {"email": ADDRESS})
    assert (refused.status, "call the office" in refused.text) == (429, True)
    assert server.received == []


def test_a_locked_account_opens_by_mail(new_walk, portal, server):
    client = Client(portal)
    for _ in range(10):
        home = client.get("/")
        company = kootenai.company_number(home, SECOND)
        fields = {"csrf": home.hidden("csrf"), "company": company, "password": "Wrong1234"}
        assert client.post("/login", fields).status == 422
    walk = new_walk(portal)
    sign_in(walk, SECOND, kootenai.USED_PASSWORD, status=422)
    ask(walk, ADDRESS)
    walk.open(link(server, portal))
    answer = f"Secret Answer for {SECOND} (AEC0207)"
    walk.fill({"Password": NEW, "Confirm Password": NEW, answer: "chevrolet"})
    walk.press("RESET PASSWORD")
    sign_in(walk, SECOND, NEW).heading(f"Hello {SECOND}.")
