"""The City of Aurora's guide for contractors and developers, walked as it is written."""

import re
from time import monotonic

import pytest
from playwright.sync_api import expect

from agencies import ACTIVE, SCHEDULED, demonstration, pay, sign_in
from client import Client
from kootenai import CARD
from mailserver import MailServer, program
from portal import PATIENCE

FIRST = "FOX VALLEY ELECTRIC (EL-2020-0031)"
SECOND = "FOX VALLEY ELECTRIC (EL-2018-0007)"
NAME = "FOX VALLEY ELECTRIC"
PASSWORD = "Plumbline77"


@pytest.fixture
def server():
    with MailServer() as server:
        yield server


@pytest.fixture
def walk(new_walk, tmp_path, server):
    settings = {"PERMIT_PORTAL_SENDMAIL": program(server, tmp_path)}
    with demonstration("aurora", tmp_path, settings) as portal:
        yield new_walk(portal)


def test_the_guide_from_a_forgotten_password_to_paid_online(walk, server):
    forgot_password(walk, server)
    the_dashboard(walk)
    to_pay_for_a_permit(walk)
    the_other_account(walk)


def test_a_demonstration_without_a_mail_program_puts_the_link_into_a_folder(tmp_path):
    with demonstration("aurora", tmp_path) as portal:
        fields = {"step": "continue", "email": "office@example.com"}
        client = Client(portal)
        assert client.submit("/forgot-password", fields).location == "/forgot-password/sent"
        folder = tmp_path / "data" / "mail"
        end = monotonic() + PATIENCE
        while not list(folder.glob("*.txt")):
            assert monotonic() < end, "no mail comes"
            client.get("/healthz")
        [mail] = folder.glob("*.txt")
        link = re.search(rf"^{portal.address}(/reset-password/\S+)$", mail.read_text(), re.M)
        assert client.get(link[1]).status == 200
    assert any(line == f"Mail is put into {folder}, not sent." for line in portal.lines)


def forgot_password(walk, server):
    walk.open("/").follow("Forgot Password").says("CONTRACTOR").type(Email="office@example.com")
    walk.press("RESET PASSWORD").says("every account under this address will be reset")
    walk.press("CONTINUE").heading("Check your mail")
    mail = server.wait_for(1)[0].get_content()
    assert f"- {FIRST}" in mail and f"- {SECOND}" in mail
    path = re.search(r"/reset-password/\S+", mail)[0]
    walk.open(path).heading("Reset Password")
    for account in (FIRST, SECOND):
        expect(walk.page.get_by_role("checkbox", name=account)).to_be_checked()
    walk.type(Password=PASSWORD, Confirm_Password=PASSWORD).press("RESET PASSWORD")


def the_dashboard(walk):
    sign_in(walk, FIRST, PASSWORD).heading(f"Hello {NAME}.")
    assert walk.table(ACTIVE) == [
        ["PERMIT NO.", "ADDRESS", "TYPE", "STATUS", "FEES DUE", "ATTACHMENTS", "INSPECTION"],
        ["BLD20-0310", "1432 GARFIELD AVE", "BUILDING", "ISSUED", "$85.00", "2", "Request"],
    ]
    assert walk.table(SCHEDULED)[1][4].startswith("INSULATION")
    walk.follow("2", within=walk.row(ACTIVE, "BLD20-0310"))
    walk.says("load-calculation.pdf", "The panel before the work")


def to_pay_for_a_permit(walk):
    walk.follow("DASHBOARD")
    pay(walk, "BLD20-0310", "$85.00", CARD)
    walk.says("ELECTRICAL PERMIT FEE $85.00", "Convenience Fee: $1.70", "$86.70")
    walk.follow("DASHBOARD")
    row = walk.records(ACTIVE)["BLD20-0310"]
    assert row[3:] == ["PAID ONLINE", "$0.00", "2", "Request"]


def the_other_account(walk):
    walk.press("LOG OUT")
    sign_in(walk, SECOND, PASSWORD).says("My Active Permits 0 total record(s)")
