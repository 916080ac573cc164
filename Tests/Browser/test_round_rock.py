"""The City of Round Rock's guide to scheduling inspections, walked as it is written."""

import pytest
from playwright.sync_api import expect

from agencies import ACTIVE, SCHEDULED, cancel, demonstration, open_days, request, sign_in
from kootenai import long

COMPANY = "HILL COUNTRY IRRIGATION"
CODE = "RR20417"
PASSWORD = "Plumbline77"


@pytest.fixture
def walk(new_walk, tmp_path):
    with demonstration("round-rock", tmp_path) as portal:
        yield new_walk(portal)


def test_the_guide_from_the_registration_code_to_an_inspection(walk):
    log_on_with_remember_me(walk)
    schedule_inspection(walk)
    same_day_cancellations_are_called_in(walk)
    a_password_of_ones_own(walk)


def log_on_with_remember_me(walk):
    sign_in(walk, COMPANY, CODE, remember=True).heading(f"Hello {COMPANY}.")
    walk.says("VIEW/EDIT PROFILE")
    assert walk.table(ACTIVE) == [
        ["PERMIT NO.", "ADDRESS", "TYPE", "STATUS", "INSPECTION", "FEES DUE"],
        ["IRR20-0112", "3204 SANDSTONE CV", "IRRIGATION", "ISSUED", "Request", "$0.00"],
    ]
    walk.hides("My Expired Permits")
    walk.open("/permits/IRR20-0112/inspections").says("FAILED", "PASSED")


def schedule_inspection(walk):
    days = open_days("round-rock")
    walk.open("/permits/IRR20-0112/inspections/new").says(
        f"Today you can book {long(days[0])}", "AM and PM are wishes", "Backflow Test Form"
    )
    walk.fill({"Email Address": ""}).choose("Inspection Type", "Irrigation Inspection")
    walk.press("SUBMIT", status=422).problem("Fill in Email Address", "Choose a requested date")
    banner = request(
        walk, "IRR20-0112", "Irrigation Inspection", days[1], "AM", Email_Address="me@example.com"
    )
    assert f"Irrigation Inspection on {long(days[1])}, AM" in banner
    assert walk.table(SCHEDULED)[1][4] == "Irrigation Inspection"


def same_day_cancellations_are_called_in(walk):
    walk.follow("Irrigation Inspection").says("until the end of ", "After that, call 512-555-0164")
    walk.follow("DASHBOARD")
    assert "is cancelled" in cancel(walk, "Irrigation Inspection")
    walk.says("My Active Inspections 0 total record(s)")


def a_password_of_ones_own(walk):
    walk.open("/profile")
    passwords = {"Current Password": CODE, "Password": PASSWORD, "Confirm Password": PASSWORD}
    walk.fill(passwords).press("SAVE")
    expect(walk.notice()).to_contain_text("Your information is saved.")
    walk.press("LOG OUT")
    sign_in(walk, COMPANY, CODE, status=422)
    sign_in(walk, COMPANY, PASSWORD).heading(f"Hello {COMPANY}.")
