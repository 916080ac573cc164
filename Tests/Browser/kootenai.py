"""Kootenai County's guide: what its screens show, and the short ways to get there."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from client import Client
from portal import AGENCY

RICH = "RICH CONTRACTOR"
SECOND = "SECOND STREET BUILDERS"
PIN = "440119"
USED_PASSWORD = "Permit2Build"
PASSWORD = "Hammer42"
SETUP = {
    "Security Question": "First truck?",
    "Secret Answer": "Blue Ford",
    "Re-enter Secret Answer": "Blue Ford",
    "Password": PASSWORD,
    "Confirm Password": PASSWORD,
}
CARD = "4242 4242 4242 4242"
DECLINED_CARD = "4000 0000 0000 0002"
CHECK = "110000000 000123456789"

# PERMIT NO., what the guide shows of ADDRESS, TYPE, STATUS, INSPECTION, FEES DUE
ACTIVE_PERMITS = [
    ("RES16-0304", "1502 E FAL", "RESIDENTIAL", "ACTIVE", "Request", "$0.00"),
    ("RES16-0308", "1635 E LAD", "RESIDENTIAL", "ACTIVE", "Request", "$0.00"),
    ("RES16-0314", "8050 W SPR", "RESIDENTIAL", "ACTIVE", "Request", "$0.00"),
    ("RES16-0686", "2917 S SCH", "RESIDENTIAL", "ACTIVE", "Request", "$0.00"),
    ("RES16-0688", "1968 E DOD", "RESIDENTIAL", "READY TO ISSUE", "", "$1,023.98"),
    ("RES17-0150", "34554 CLUE", "RESIDENTIAL", "IN REVIEW", "", "$572.43"),
    ("RES17-0156", "1234 W KEV", "RESIDENTIAL", "PENDING APPROVAL", "", "$1,567.25"),
    ("RES17-0163", "", "RESIDENTIAL", "SUBMITTED", "", "$35.00"),
    ("RES17-0167", "", "RESIDENTIAL", "SUBMITTED", "", "$82.00"),
    ("WEB17-0002", "12451 N CH", "MECHANICAL", "SUBMITTED", "", "$0.00"),
]
EXPIRED_PERMITS = [
    ("RES16-0310", "3010 E RIV", "RESIDENTIAL", "ACTIVE", "10/10/2016", "$0.00"),
    ("RES16-0689", "4255 S BOI", "RESIDENTIAL", "ACTIVE", "12/17/2016", "$0.00"),
    ("RES16-0690", "33124 N BR", "RESIDENTIAL", "ACTIVE", "6/4/2017", "$0.00"),
]
FEES = [
    ("MECHANICAL PERMIT", "$96.00"),
    ("PLAN REVIEW FEE BALANCE", "$65.08"),
    ("BUILDING PERMIT FEE", "$650.75"),
    ("PLANNING", "$35.00"),
    ("RES/GAR/ADD PARTIAL PLAN REVIEW FEE", "$130.15"),
    ("FIRE DISTRICT INSPECTION FEE", "$47.00"),
]


def now():
    return datetime.now(ZoneInfo("America/Los_Angeles"))


def working_days():
    """The days that can be booked today: tomorrow to fourteen days ahead, without weekends and
    holidays."""
    holidays = json.loads(AGENCY.read_text())["inspections"]["holidays"]
    today = now().date()
    days = [today + timedelta(days=ahead) for ahead in range(1, 15)]
    return [day for day in days if day.weekday() < 5 and day.isoformat() not in holidays]


def long(day):
    """Tue, Nov 24, 2026"""
    return f"{day:%a, %b} {day.day}, {day.year}"


def short(day):
    """11/24/2026"""
    return f"{day.month}/{day.day}/{day.year}"


def fill_ribbon(page, company, password):
    """The sign-in ribbon: the company from the list, and the password."""
    ribbon = page.get_by_role("form", name="Sign in")
    ribbon.get_by_role("combobox", name="Company").select_option(label=company)
    ribbon.get_by_role("textbox", name="Password").fill(password)
    return ribbon


def sign_in(walk, company, password, status=200):
    walk.open("/")
    return walk.press("LOGIN", within=fill_ribbon(walk.page, company, password), status=status)


def set_up(walk):
    """RICH CONTRACTOR's first login, to the dashboard."""
    sign_in(walk, RICH, PIN)
    return walk.fill(SETUP).press("CONTINUE").heading(f"Hello {RICH}.")


def rich_client(portal):
    """RICH CONTRACTOR without a browser, set up and signed in."""
    client = Client(portal)
    home = client.get("/")
    number = company_number(home, RICH)
    token = home.hidden("csrf")
    assert (
        client.post("/login", {"csrf": token, "company": number, "password": PIN}).location
        == "/first-login"
    )
    setup = {
        "question": "First truck?",
        "answer": "Blue Ford",
        "answer-again": "Blue Ford",
        "password": PASSWORD,
        "confirmation": PASSWORD,
    }
    assert client.submit("/first-login", setup).location == "/dashboard"
    return client


def second_client(portal, kind=Client):
    """SECOND STREET BUILDERS without a browser, signed in."""
    client = kind(portal)
    home = client.get("/")
    fields = {
        "csrf": home.hidden("csrf"),
        "company": company_number(home, SECOND),
        "password": USED_PASSWORD,
    }
    assert client.post("/login", fields).location == "/dashboard"
    return client


def clerk_client(portal, who="clerk"):
    """Somebody at the office without a browser, signed in."""
    client = Client(portal)
    fields = {"email": f"{who}@example.com", "password": USED_PASSWORD}
    assert client.submit("/admin/login", fields).location == "/admin"
    return client


def request_inspection(client, number, kind, day, time):
    """Asks for one inspection; gives its reference."""
    path = f"/permits/{number}/inspections/new"
    answer = client.submit(
        path,
        {
            "contact": "Rich",
            "phone": "208-555-0177",
            "site": "1502 E FALLVIEW DR",
            "email": "rich@example.com",
            "type": kind,
            "day": day.isoformat(),
            "time": time,
        },
    )
    assert answer.status == 303, answer.text
    return answer.location.removeprefix("/dashboard?requested=")


def put_in_cart(client, number):
    answer = client.submit("/cart/records", {"permit": number}, at="/dashboard")
    assert (answer.status, answer.location) == (303, "/checkout")


def to_provider(client, method="card"):
    """From the checkout to the provider's page; gives its hidden fields."""
    checkout = client.get("/checkout")
    answer = client.post(
        "/checkout",
        {
            "csrf": checkout.hidden("csrf"),
            "summary": checkout.hidden("summary"),
            "method": method,
        },
    )
    assert answer.status == 303, answer.text
    page = client.get(answer.location)
    return {name: page.hidden(name) for name in ("order", "signature")}


def pay(client, number):
    """Pays all that is due on a permit, by card; gives the receipt's address."""
    put_in_cart(client, number)
    order = to_provider(client)
    back = client.post("/trial-provider", order | {"number": CARD, "outcome": "pay"})
    return client.get(back.location).location


def due(client, number):
    """The amount that the dashboard shows for a permit."""
    page = client.get("/dashboard").text
    row = page[page.index(number) :]
    return row[row.index("$") :].split()[0]


def receipts(client):
    """The numbers under "Paid Items"."""
    page = client.get("/receipts").html
    return [part.split('"')[0] for part in page.split('href="/receipts/')[1:]]


def company_number(page, name):
    before = page.html[: page.html.index(f">{name}</option>")]
    return before[before.rindex('value="') + 7 :].split('"')[0]
