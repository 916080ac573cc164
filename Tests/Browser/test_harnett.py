"""Harnett County's letter to contractors, walked as it is written."""

import pytest

from agencies import ACTIVE, demonstration, pay, read_tabs, sign_in
from kootenai import CARD

COMPANY = "CAPE FEAR HEATING & AIR"
PASSWORD = "Plumbline-77"


@pytest.fixture
def walk(new_walk, tmp_path):
    with demonstration("harnett", tmp_path) as portal:
        yield new_walk(portal)


def log_in(walk, password, status=200):
    return sign_in(walk, COMPANY, password, label="Username", status=status)


def test_the_letter_from_four_digits_to_the_next_inspection(walk):
    first_time_login(walk)
    the_dashboard(walk)
    paying_the_reinspection_fee(walk)
    recurring_login(walk)


def first_time_login(walk):
    log_in(walk, "0142")
    assert walk.path == "/first-login"
    walk.says("Minimum of 8 characters", "At least one special character", "case sensitive")
    walk.type(Password="Plumbline77", Confirm_Password="Plumbline77").press("CONTINUE", status=422)
    walk.problem("The password needs at least one special character")
    walk.type(Password=PASSWORD, Confirm_Password=PASSWORD).press("CONTINUE")
    walk.heading(f"Hello {COMPANY}.")


def the_dashboard(walk):
    assert walk.table(ACTIVE) == [
        ["PERMIT NO.", "ADDRESS", "TYPE", "STATUS", "INSPECTION", "FEES DUE"],
        [
            "MEC20-0101",
            "88 ATKINS RD",
            "MECHANICAL",
            "ISSUED",
            "Pay $75.00 re-inspection fee first",
            "$75.00",
        ],
        [
            "RES20-0044",
            "415 CAMERON HILL RD",
            "RESIDENTIAL",
            "IN REVIEW",
            "Not issued yet",
            "$0.00",
        ],
    ]
    walk.follow("RES20-0044", within=walk.row(ACTIVE, "RES20-0044").get_by_role("rowheader"))
    read_tabs(walk, "RES20-0044", {"Reviews": "PLANNING"})
    walk.open("/permits/MEC20-0101/inspections").says("FAILED", "Condensate drain has no trap.")


def paying_the_reinspection_fee(walk):
    walk.follow("DASHBOARD")
    receipt = pay(walk, "MEC20-0101", "$75.00", CARD)
    walk.says("RE-INSPECTION FEE $75.00", "Convenience Fee: $1.88", "$76.88")
    walk.follow("DASHBOARD")
    assert walk.records(ACTIVE)["MEC20-0101"][3:] == ["ISSUED", "Request", "$0.00"]
    walk.follow("Request", within=walk.row(ACTIVE, "MEC20-0101"))
    assert "MECHANICAL FINAL" in walk.choices("Inspection Type")
    walk.follow("Paid Items").says(receipt)


def recurring_login(walk):
    walk.press("LOG OUT")
    log_in(walk, "0142", status=422)
    log_in(walk, PASSWORD.lower(), status=422)
    log_in(walk, PASSWORD).heading(f"Hello {COMPANY}.")
