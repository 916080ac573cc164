"""The office's own accounts: an invitation by mail, a second factor, recovery codes, and a
colleague who leaves."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from kootenai import clerk_client
from mailserver import MailServer, program
from portal import Portal
from telephone import Telephone, read_square_code

PHRASE = "a long phrase of mine"


@pytest.fixture
def server():
    with MailServer() as server:
        yield server


@pytest.fixture
def data(demo_records, tmp_path):
    """Records in which nothing has happened that anybody is told of by mail."""
    return shutil.copytree(demo_records, tmp_path / "data")


@pytest.fixture
def portal(data, server, tmp_path):
    mail = {"PERMIT_PORTAL_SENDMAIL": program(server, tmp_path)}
    with Portal(data, demo=False, settings=mail) as portal:
        yield portal


@pytest.fixture
def admin(new_walk, portal):
    return new_walk(portal).be(clerk_client(portal, "admin"))


def invite(admin, name, email, role):
    admin.open("/admin").follow("Staff").heading("Staff").follow("Invite somebody")
    admin.press("SEND INVITATION", status=422).problem("Fill in Name", "Choose a role")
    admin.type(Name=name, Email=email).choose("Role", role).press("SEND INVITATION")
    return admin.heading(name).says("INVITED until")


def link_in(mail, portal):
    found = re.search(r"/admin/invitations/[\w-]{43}", mail.get_content())
    assert portal.address + found[0] in mail.get_content()
    return found[0]


def sign_in(walk, email, password=PHRASE):
    walk.open("/admin/login").type(Email=email, Password=password)
    return walk.press("LOGIN")


def type_code(walk, code, button="CONTINUE", status=200):
    return walk.type(Authentication_code=code).press(button, status=status)


def test_somebody_new_comes_by_mail_and_signs_in_with_telephone_and_recovery_code(
    new_walk, portal, server, admin
):
    invite(admin, "Nora New", "nora@example.com", "Cashier").hides("/admin/invitations/")
    link = link_in(server.wait_for(1)[0], portal)
    nora = new_walk(portal).open(link).heading("Welcome, Nora New")
    nora.type(Password=PHRASE, Confirm_Password=PHRASE).press("CONTINUE").heading("Office sign-in")
    sign_in(nora, "nora@example.com").heading("Counter").hides("/admin/staff")

    nora.follow("Profile").heading("Profile").follow("Set up a second factor")
    nora.type(Current_Password="not mine").press("SET UP", status=422)
    nora.problem("This is not your current password")
    nora.type(Current_Password=PHRASE).press("SET UP").says("Set up your telephone")
    address = read_square_code(nora.page.get_by_role("img", name="The secret as a square code"))
    nora.says(address)
    telephone = Telephone(address)
    assert telephone.account == "Kootenai County:nora@example.com"
    type_code(nora, "000000", "CONFIRM", status=422).problem("This is not the code")
    confirming = telephone.code()
    type_code(nora, confirming, "CONFIRM").heading("Recovery codes")
    nora.says("Your second factor is on.")
    codes = re.findall(r"[A-Z2-7]{5}-[A-Z2-7]{5}", nora.text)
    assert len(set(codes)) == 10
    nora.follow("CONTINUE").heading("Counter").press("LOG OUT")

    sign_in(nora, "nora@example.com").heading("Second factor")
    field = nora.field("Authentication code")
    assert field.get_attribute("autocomplete") == "one-time-code"
    assert field.get_attribute("inputmode") == "numeric"
    nora.open("/admin").heading("Second factor").open("/admin/profile").heading("Second factor")
    type_code(nora, confirming, status=422).problem("was used already")
    type_code(nora, telephone.code(ahead=1)).heading("Counter").press("LOG OUT")

    sign_in(nora, "nora@example.com")
    nora.page.get_by_text("Use a recovery code").click()
    nora.type(Recovery_code=codes[3].lower()).press("USE RECOVERY CODE")
    expect(nora.notice()).to_contain_text("Codes left: 9 of 10.")
    nora.follow("Back to Profile").press("LOG OUT")
    sign_in(nora, "nora@example.com")
    nora.page.get_by_text("Use a recovery code").click()
    nora.type(Recovery_code=codes[3]).press("USE RECOVERY CODE", status=422)
    nora.problem("This is none of your recovery codes")

    server.wait_for(3)
    subjects = [mail["Subject"].split(" – ")[0] for mail in server.to("nora@example.com")]
    assert subjects[1:] == ["Your second factor was set up", "A recovery code was used"]


def test_an_administrator_looks_after_colleagues(new_walk, portal, server, admin):
    clerk = new_walk(portal).be(clerk_client(portal)).open("/admin")
    admin.open("/admin/staff").follow("Casey Clerk").heading("Casey Clerk")
    admin.choose("Role", "Reviewer").press("CHANGE ROLE").says("The role is changed.")
    clerk.open("/admin").heading("Office sign-in")

    admin.press("SEND A NEW LINK").says("The link to set a password is on its way.")
    link = link_in(server.wait_for(1)[0], portal)
    clerk.open(link).type(Password=PHRASE, Confirm_Password=PHRASE).press("CONTINUE")
    sign_in(clerk, "clerk@example.com").heading("Counter").hides("/admin/accounts")

    admin.press("DEACTIVATE").says("DEACTIVATED since")
    clerk.open("/admin").heading("Office sign-in").type(Email="clerk@example.com", Password=PHRASE)
    clerk.press("LOGIN", status=422).problem("The email or the password is not right")
    admin.press("REACTIVATE").says("The account is active again.")
    sign_in(clerk, "clerk@example.com").heading("Counter")

    admin.open("/admin/staff").follow("Alex Admin").says("This is your own account.")
    admin.hides("DEACTIVATE", "CHANGE ROLE")


def test_a_member_changes_the_password_and_ends_other_sessions(new_walk, portal, server):
    desk = new_walk(portal).be(clerk_client(portal)).open("/admin")
    lost = new_walk(portal).be(clerk_client(portal)).open("/admin")
    desk.follow("Profile").follow("Your sessions").heading("Your sessions")
    desk.press("END ALL OTHERS").says("Ended.")
    lost.open("/admin").heading("Office sign-in")
    desk.follow("Back to Profile")
    desk.type(Current_Password="Permit2Build", Password="short", Confirm_Password="short")
    desk.press("SAVE", status=422).problem("The password needs at least 15 characters")
    desk.type(Current_Password="Permit2Build", Password=PHRASE, Confirm_Password=PHRASE)
    desk.press("SAVE").says("Your password is changed.")
    assert server.wait_for(1)[0]["Subject"].startswith("Your password was changed")
    sign_in(lost, "clerk@example.com").heading("Counter")
