"""Several people in one company: invited by mail, each with a password of their own, and what they
do stands in the record with their names."""

import re

import pytest
from playwright.sync_api import expect

from client import Client
from kootenai import RICH, SECOND, long, working_days
from mailserver import MailServer, program
from portal import Portal

ADDRESS = "pat@example.com"
PASSWORD = "Faucet1968"
BOTH = {"Password": PASSWORD, "Confirm Password": PASSWORD}


@pytest.fixture
def server():
    with MailServer() as server:
        yield server


@pytest.fixture
def portal(server, data, tmp_path):
    settings = {"PERMIT_PORTAL_SENDMAIL": program(server, tmp_path)}
    with Portal(data, demo=False, settings=settings) as portal:
        yield portal


def invite(walk, name="Pat Plumber", address=ADDRESS):
    walk.open("/profile").follow("People").heading("People")
    walk.type(Name=name, Email=address).press("INVITE")
    expect(walk.notice()).to_contain_text("The invitation is on its way.")


def mail(server, subject):
    """The one of that subject, once it has come. RICH CONTRACTOR's own set-up is told by another."""
    count = 1
    while True:
        for message in server.wait_for(count):
            if message["Subject"] == f"{subject} – Kootenai County":
                return message
        count = len(server.received) + 1


def words(message):
    return message.get_content().replace("\r\n", "\n")


def link(server, portal, company=RICH):
    text = words(mail(server, f"{company} invites you"))
    found = re.search(r"Accept:\n(\S+)\n", text)
    assert found and found[1].startswith(portal.address + "/invitations/"), text
    return found[1].removeprefix(portal.address)


def sign_in(walk, address=ADDRESS, password=PASSWORD, status=200):
    walk.open("/")
    ribbon = walk.page.get_by_role("form", name="Sign in")
    ribbon.get_by_role("textbox", name="or your own email").fill(address)
    ribbon.get_by_role("textbox", name="Password").fill(password)
    return walk.press("LOGIN", within=ribbon, status=status)


@pytest.fixture
def company(new_walk, portal, rich):
    return new_walk(portal).be(rich)


@pytest.fixture
def member(new_walk, portal, company, server):
    """Pat Plumber, invited, come and signed in."""
    invite(company)
    walk = new_walk(portal).open(link(server, portal))
    walk.fill(BOTH).press("CONTINUE")
    return sign_in(walk).heading(f"Hello {RICH}.")


def test_a_company_invites_somebody_who_acts_for_it_under_their_own_name(
    new_walk, portal, company, server
):
    invite(company)
    assert company.table("People")[1][:2] == ["Pat Plumber", ADDRESS]
    company.says("INVITED Send again")
    path = link(server, portal)

    walk = new_walk(portal).open(path).heading("Welcome, Pat Plumber")
    assert walk.response.all_headers()["referrer-policy"] == "no-referrer"
    walk.says(f"{RICH} invites you", "Minimum of 6 characters")
    walk.fill(BOTH | {"Confirm Password": "Faucet196"}).press("CONTINUE", status=422)
    walk.problem("The two passwords are not the same")
    walk.fill(BOTH).press("CONTINUE").heading("Contractor Login")
    expect(walk.notice()).to_contain_text("You have joined.")
    walk.open(path, status=404).heading("This invitation does not work any more")
    sign_in(walk).heading(f"Hello {RICH}.")
    expect(walk.page.get_by_role("navigation", name="Account")).to_contain_text(
        f"LOGGED IN AS: {RICH} (Pat Plumber)"
    )

    day = long(working_days()[0])
    walk.open("/permits/RES16-0304/inspections/new")
    expect(walk.field("Contact Name")).to_have_value("Pat Plumber")
    walk.choose("Inspection Type", "ADDRESSING").choose("Requested Date", day)
    walk.choose("Time", walk.choices("Time")[0]).press("SUBMIT")
    company.open("/profile").follow("Activity").heading("Activity")
    rows = [row[1:4] for row in company.table("Activity")[1:]]
    assert ["Pat Plumber", "Inspection requested", "RES16-0304"] in rows
    assert ["Pat Plumber", "Invitation accepted", ""] in rows

    # Neither the log nor the complaints have the link's secret.
    token = path.rsplit("/", 1)[1]
    assert token not in "\n".join(portal.lines) + portal.complaints()
    assert any("/invitations/{token}" in line for line in portal.lines)


def test_somebody_removed_is_out_at_once_and_told(member, company, server):
    company.open("/profile/members").follow("Remove").heading("Remove Pat Plumber?")
    company.follow("CANCEL").heading("People")
    member.open("/dashboard").heading(f"Hello {RICH}.")
    company.follow("Remove").press("REMOVE").heading("People")
    expect(company.notice()).to_contain_text("Removed.")
    member.open("/dashboard").heading("Contractor Login")
    sign_in(member, status=422).problem("The email or the password is not right")
    told = mail(server, f"Your login for {RICH} was removed")
    assert told["To"].addresses[0].addr_spec == ADDRESS


def test_who_manages_people_is_the_companys_choice(member, company):
    member.open("/profile").says(RICH).hides('href="/profile/members"')
    member.open("/profile/members", status=403)
    company.open("/profile/members").press("Allow")
    member.open("/profile").follow("People").heading("People").says("(you)")
    company.open("/profile/members").press("Take away")
    member.open("/profile/members", status=403)


def test_a_member_changes_name_and_password_and_sees_the_own_sessions(member, company, portal):
    member.open("/profile").type(Name="Pat P. Plumber").press("SAVE")
    expect(member.notice()).to_have_text("Your information is saved.")
    new = {"Current Password": PASSWORD, "Password": "Spigot1968", "Confirm Password": "Spigot1968"}
    member.fill(new | {"Current Password": "x"}).press("SAVE", status=422)
    member.problem("This is not your current password")
    member.fill(new).press("SAVE")
    member.follow("Your sessions").says("1 total record(s)")
    company.open("/profile/sessions").says("Pat P. Plumber", "Shared login")
    member.press("LOG OUT")
    sign_in(member, status=422)
    sign_in(member, password="Spigot1968").heading(f"Hello {RICH}.")


def test_a_bookkeeper_of_two_companies_has_one_password_and_says_for_which(
    member, new_walk, portal, second, server
):
    other = new_walk(portal).be(second)
    invite(other)
    walk = new_walk(portal).open(link(server, portal, SECOND))
    walk.says("You have a login here already.")
    walk.type(Password="Wrong1968").press("CONTINUE", status=422)
    walk.problem("This is not the password of your login")
    walk.type(Password=PASSWORD).press("CONTINUE")
    sign_in(walk).heading("For which company?")
    walk.page.get_by_role("radio", name=f"{SECOND} (AEC0207)").check()
    walk.press("CONTINUE").heading(f"Hello {SECOND}.")
    member.open("/dashboard").heading(f"Hello {RICH}.")


def test_wrong_passwords_lock_the_login_and_a_mail_opens_it(member, portal, new_walk, server):
    client = Client(portal)
    for _ in range(10):
        fields = {"email": ADDRESS, "company": "", "password": "Wrong1234"}
        assert client.submit("/login", fields).status == 422
    walk = new_walk(portal)
    sign_in(walk, status=422).problem("the login waits")
    walk.open("/forgot-password").type(Email=ADDRESS).press("RESET PASSWORD").press("CONTINUE")
    text = words(mail(server, "Reset your password"))
    assert f"- Pat Plumber at {RICH} (AEC0119)" in text
    path = re.search(r"Reset Password:\n(\S+)\n", text)[1].removeprefix(portal.address)
    walk.open(path)
    new = {"Password": "Spigot1968", "Confirm Password": "Spigot1968"}
    walk.fill(new).press("RESET PASSWORD")
    sign_in(walk, password="Spigot1968").heading(f"Hello {RICH}.")
