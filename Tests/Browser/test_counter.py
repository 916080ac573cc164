"""The counter's answer: the office issues what is paid and sends an inspector."""

import pytest
from playwright.sync_api import expect

import kootenai
from client import Client
from kootenai import long, working_days
from portal import Portal, run

QUEUE = "paid, issue"
REQUESTED = "Requested inspections"


def test_a_clerk_issues_what_is_paid_and_assigns_and_the_contractor_sees_both(
    new_walk, portal, rich, clerk
):
    kootenai.pay(rich, "RES16-0688")
    day = working_days()[0]
    kootenai.request_inspection(rich, "RES16-0304", "ADDRESSING", day, "AM")

    office = new_walk(portal).be(clerk).open("/admin").heading("Counter")
    queue = office.records(QUEUE)
    assert list(queue) == ["RES16-0688"]
    assert queue["RES16-0688"][3] == "READY TO ISSUE"
    office.press("Issue RES16-0688")
    expect(office.notice()).to_contain_text("RES16-0688 is ACTIVE")
    office.says("No permit is paid and waiting to be issued.")

    row = office.row(REQUESTED, "RES16-0304").filter(has_text="ADDRESSING")
    expect(row).to_contain_text("NOT ASSIGNED")
    row.get_by_role("combobox").select_option(index=1)
    office.press("Assign", within=row)
    inspector = row.get_by_role("cell").nth(3).inner_text()
    expect(office.notice()).to_contain_text(f"{inspector} has ADDRESSING on {long(day)}, AM.")

    contractor = new_walk(portal).be(rich).open("/dashboard")
    issued = contractor.records("My Active Permits")["RES16-0688"]
    assert issued[3:] == ["ACTIVE", "Request", "$0.00"]
    asked = contractor.row("My Active Inspections", "RES16-0304").filter(has_text="ADDRESSING")
    expect(asked).to_contain_text(f"Inspector: {inspector}")


def test_what_is_not_paid_or_not_ready_is_not_issued(rich, clerk):
    unpaid = clerk.submit("/admin/permits/RES16-0688/issuance", at="/admin")
    assert unpaid.status == 422
    assert "RES16-0688 still has $1,023.98 due." in unpaid.text
    kootenai.pay(rich, "RES17-0163")
    submitted = clerk.submit("/admin/permits/RES17-0163/issuance", at="/admin")
    assert submitted.status == 422
    assert "RES17-0163 is SUBMITTED" in submitted.text
    assert "RES17-0163" not in clerk.get("/admin").text
    kootenai.pay(rich, "RES16-0688")
    assert clerk.submit("/admin/permits/RES16-0688/issuance", at="/admin").status == 303
    again = clerk.submit("/admin/permits/RES16-0688/issuance", at="/admin")
    assert again.status == 422
    assert "RES16-0688 is ACTIVE" in again.text


def test_an_inspection_goes_to_an_inspector_and_to_nobody_else(rich, clerk):
    day = working_days()[0]
    number = kootenai.request_inspection(rich, "RES16-0304", "ADDRESSING", day, "AM")
    for chosen in ("", "0", "1 OR 1=1", "999999999999999999999"):
        path = f"/admin/inspections/{number}/assignment"
        refused = clerk.submit(path, {"inspector": chosen}, at="/admin")
        assert (refused.status, "Choose an inspector" in refused.text) == (422, True)
    assert "NOT ASSIGNED" in clerk.get("/admin").text


def test_an_inspection_without_a_chosen_inspector_is_told_at_its_field(walk, clerk):
    walk.be(clerk).open("/admin")
    row = walk.row(REQUESTED, "RES17-0150")
    walk.press("Assign", within=row, status=422).problem("Choose an inspector")


@pytest.mark.parametrize("who", ["reviewer", "cashier", "inspector"])
def test_only_a_clerk_or_an_administrator_issues(quiet_portal, who):
    member = kootenai.clerk_client(quiet_portal, who)
    page = member.get("/admin")
    assert page.status == 200
    token = {"csrf": page.hidden("csrf")}
    assert member.post("/admin/permits/RES16-0688/issuance", token).status == 403


def test_a_contractor_has_no_way_to_the_counter(quiet_portal, quiet_second):
    contractor = quiet_second
    assert contractor.get("/admin").status == 403
    token = {"csrf": contractor.get("/dashboard").hidden("csrf")}
    assert contractor.post("/admin/permits/RES16-0688/issuance", token).status == 403
    assert contractor.post("/admin/inspections/1/assignment", token).status == 403
    stranger = Client(quiet_portal).get("/admin")
    assert (stranger.status, stranger.location) == (303, "/admin/login")


def test_the_office_sign_in_tells_nobody_whether_an_address_is_known(new_walk, quiet_portal):
    said = []
    for email in ("clerk@example.com", "nobody@example.com"):
        walk = new_walk(quiet_portal).open("/admin/login")
        walk.type(Email=email, Password="Wrong1234").press("LOGIN", status=422)
        walk.problem("The email or the password is not right")
        expect(walk.field("Email")).to_have_value(email)
        expect(walk.field("Password")).to_have_value("")
        said.append(walk.page.get_by_role("alert").inner_text())
    assert said[0] == said[1]


def test_a_new_clerk_sets_a_password_by_a_link_that_works_once(new_walk, data):
    words = ("--name", "Nora New", "--role", "clerk", "--data", data)
    added = run("staff", "add", "nora@example.com", *words)
    assert added.returncode == 0, added.stderr
    link = "/admin/invitations/" + added.stdout.split("/admin/invitations/")[1].strip()
    with Portal(data, demo=False) as portal:
        walk = new_walk(portal).open(link).heading("Welcome, Nora New")
        walk.type(Password="short", Confirm_Password="short").press("CONTINUE", status=422)
        walk.problem("The password needs at least 15 characters")
        phrase = "a long phrase of mine"
        walk.type(Password=phrase, Confirm_Password=phrase).press("CONTINUE")
        walk.heading("Office sign-in")
        walk.type(Email="nora@example.com", Password=phrase).press("LOGIN").heading("Counter")
        new_walk(portal).open(link, status=404)
