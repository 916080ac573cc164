"""What a visitor may type wrong: told at the field, in words, and nothing is lost."""

import pytest
from playwright.sync_api import expect

import kootenai
from client import Client
from kootenai import PASSWORD, PIN, RICH, SECOND, SETUP, sign_in

WRONG = "The company or the password is not right."
FOREIGN = "/permits/RES16-0601"


@pytest.fixture
def setting_up(new_walk, quiet_portal):
    """On the set-up page, after the PIN."""
    return sign_in(new_walk(quiet_portal), RICH, PIN)


@pytest.fixture
def profile(new_walk, quiet_portal, quiet_second):
    """SECOND STREET BUILDERS at its profile."""
    return new_walk(quiet_portal).be(quiet_second).open("/profile")


def test_a_wrong_pin_is_refused_and_the_company_stays_chosen(new_walk, quiet_portal):
    walk = sign_in(new_walk(quiet_portal), RICH, "440118", status=422).problem(WRONG)
    company = walk.page.locator("main").get_by_role("combobox", name="Company")
    assert company.evaluate("box => box.selectedOptions[0].label") == RICH
    expect(walk.field("Password")).to_have_value("")


def test_a_used_pin_is_dead_and_the_page_says_why(walk):
    sign_in(walk, RICH, PIN, status=422)
    walk.problem(WRONG, "A PIN works only until you have set a password")
    sign_in(walk, RICH, PASSWORD).heading(f"Hello {RICH}.")


def test_an_empty_sign_in_names_both_fields(new_walk, quiet_portal):
    walk = new_walk(quiet_portal).open("/login").press("LOGIN", status=422)
    walk.problem("Choose or type your company", "Type your password")


def test_ten_wrong_passwords_lock_the_account_also_against_the_right_one(portal):
    client = Client(portal)
    home = client.get("/")
    fields = {"csrf": home.hidden("csrf"), "company": SECOND}
    for _ in range(10):
        assert WRONG in client.post("/login", fields | {"password": "Wrong123"}).text
    locked = client.post("/login", fields | {"password": kootenai.USED_PASSWORD})
    assert locked.status == 422
    assert "too many wrong passwords" in locked.text
    assert "208-446-1040" in locked.text


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("Abc12", ["The password needs at least 6 characters"]),
        ("abc", ["The password needs at least 6 characters. The password needs at least 1 number"]),
        ("Abcdefgh", ["The password needs at least 1 number"]),
        ("12345678", ["The password needs at least one letter"]),
        ("A1" * 13, ["The password may have at most 25 characters"]),
        ("Password1", ["This password is too easy to guess"]),
    ],
)
def test_a_password_against_the_rules_is_refused_with_the_rule(setting_up, password, words):
    walk = setting_up.fill(SETUP | {"Password": password, "Confirm Password": password})
    walk.press("CONTINUE", status=422).problem(*words)
    assert walk.page.get_by_role("alert").get_by_role("link").count() == 1
    expect(walk.field("Security Question")).to_have_value(SETUP["Security Question"])
    for name in ("Password", "Confirm Password", "Secret Answer"):
        expect(walk.field(name)).to_have_value("")


def test_unequal_passwords_and_answers_are_told_apart(setting_up):
    wrong = {"Confirm Password": "hammer42", "Re-enter Secret Answer": "Red Ford"}
    setting_up.fill(SETUP | wrong).press("CONTINUE", status=422)
    setting_up.problem(
        "The two passwords are not the same", "The two secret answers are not the same"
    )


def test_nothing_else_opens_before_the_account_is_set_up(setting_up):
    for path in ("/dashboard", "/profile", "/cart"):
        setting_up.open(path)
        assert setting_up.path == "/first-login"


def test_an_empty_set_up_page_names_every_field(setting_up):
    setting_up.press("CONTINUE", status=422)
    setting_up.problem(
        "Type a security question of your own", "Type the secret answer", "Type a password"
    )


def test_an_unknown_permit_is_said_to_be_unknown(new_walk, quiet_portal):
    walk = new_walk(quiet_portal).open("/permits/RES99-9999", status=404)
    walk.heading("Page not found").says("Search for a permit")
    for tab in ("site", "contacts", "fees", "inspections", "conditions", "reviews", "attachments"):
        assert Client(quiet_portal).get(f"/permits/RES99-9999/{tab}").status == 404


def test_somebody_elses_permit_shows_what_the_public_may_see_and_no_more(walk, portal, rich):
    walk.be(rich)
    walk.open(FOREIGN)
    walk.says("Permit #RES16-0601", "GREENHOUSE", "CANCELLED")
    tabs = walk.page.get_by_role("navigation", name="Permit RES16-0601")
    names = [name.strip() for name in tabs.get_by_role("link").all_inner_texts()]
    assert names == ["Permit Info", "Site Info", "Inspections (0)", "Conditions", "Reviews"]
    walk.hides("Request Inspection", "PAY FEES")
    for tab in ("", "/site", "/inspections", "/conditions", "/reviews"):
        main = rich.get(FOREIGN + tab).html.split("<main", 1)[1].split("</main>")[0]
        for secret in ("@example.com", "208-555", "$"):
            assert secret not in main, f"{FOREIGN}{tab} shows {secret}"
    walk.open(f"{FOREIGN}/contacts", status=403).open(f"{FOREIGN}/fees", status=403)
    walk.open(f"{FOREIGN}/inspections/new", status=403).heading("This is not open to you")
    answer = rich.submit("/cart/records", {"permit": "RES16-0601"}, at="/dashboard")
    assert answer.status == 403
    assert Client(portal).get(f"{FOREIGN}/contacts").location.startswith("/login")


def test_somebody_elses_receipt_and_inspection_are_not_there(rich, second):
    receipt = kootenai.pay(rich, "RES17-0163")
    day = kootenai.working_days()[0]
    number = kootenai.request_inspection(rich, "RES16-0304", "ADDRESSING", day, "AM")
    token = {"csrf": second.get("/dashboard").hidden("csrf")}
    assert rich.get(receipt).status == rich.get(f"/inspections/{number}").status == 200
    assert second.get(receipt).status == 404
    assert second.get(f"/inspections/{number}").status == 404
    assert second.post(f"/inspections/{number}/cancellation", token).status == 404
    assert "ADDRESSING" in rich.get("/dashboard").text


def test_an_empty_inspection_request_names_what_is_missing(walk, rich):
    walk.be(rich)
    walk.open("/permits/RES16-0304/inspections/new")
    for name in ("Contact Name", "Phone Number", "Site Address", "Email Address"):
        walk.field(name).fill("")
    walk.press("SUBMIT", status=422)
    walk.problem(
        "Fill in Contact Name",
        "Fill in Phone Number",
        "Fill in Site Address",
        "Fill in Email Address",
        "Choose an inspection type",
        "Choose a requested date",
        "Choose a time, AM or PM",
    )
    walk.type(Contact_Name="Rich").press("ADD INSPECTION", status=422)
    walk.problem("Choose an inspection type", "Choose a requested date", "Choose a time, AM or PM")
    expect(walk.field("Contact Name")).to_have_value("Rich")
    walk.open("/dashboard").says("My Active Inspections 1 total record(s)")


def test_a_day_or_type_that_is_not_offered_is_refused(rich):
    path = "/permits/RES16-0304/inspections/new"
    day = kootenai.working_days()[0].isoformat()
    contact = {"contact": "Rich", "phone": "208-555-0177", "site": "x", "email": "r@example.com"}
    wrong = [
        ("ADDRESSING", "2020-01-02", "AM", "cannot be chosen: choose one of the days offered"),
        ("ADDRESSING", "tomorrow", "AM", "Choose one of the days offered"),
        ("ADDRESSING", day, "NIGHT", "Choose one of the times offered"),
        ("DRYWALL", day, "AM", "DRYWALL: needs INSULATION passed first"),
        ("SAUNA", day, "AM", "SAUNA is not an inspection of this permit"),
    ]
    for kind, day_typed, time, words in wrong:
        answer = rich.submit(path, contact | {"type": kind, "day": day_typed, "time": time})
        assert answer.status == 422
        assert words in answer.text
    assert "My Active Inspections 1 total record(s)" in rich.get("/dashboard").text


def test_an_emptied_profile_names_the_required_fields_and_saves_nothing(profile):
    email = profile.field("Email").input_value()
    for name in ("Address", "City", "State", "Zip", "Email", "Phone"):
        profile.field(name).fill("")
    profile.fill({"Cell Phone (optional)": "208-555-0100"}).press("SAVE", status=422)
    required = ("Address", "City", "State", "Zip", "Email", "Phone")
    profile.problem(*(f"Fill in {name}" for name in required))
    expect(profile.field("Cell Phone (optional)")).to_have_value("208-555-0100")
    profile.open("/profile")
    expect(profile.field("Email")).to_have_value(email)
    expect(profile.field("Cell Phone (optional)")).not_to_have_value("208-555-0100")


def test_a_new_password_needs_the_current_one(profile):
    profile.type(Password="Nails4ever", Confirm_Password="Nails4ever")
    profile.press("SAVE", status=422).problem("Type your current password to set a new one")
    new = {"Password": "Nails4ever", "Confirm Password": "Nails4ever"}
    profile.fill(new | {"Current Password": "Wrong123"})
    profile.press("SAVE", status=422).problem("This is not your current password")


def test_a_cart_without_a_ticked_record_goes_no_further(walk, rich):
    kootenai.put_in_cart(rich, "RES17-0163")
    walk.be(rich).open("/cart").page.get_by_role("checkbox", name="RES17-0163").uncheck()
    walk.press("PROCEED TO CHECKOUT", status=422)
    expect(walk.page.get_by_role("alert")).to_contain_text("Tick at least one record to pay for")


@pytest.mark.parametrize("method", [None, "", "barter", "CARD"])
def test_an_unknown_method_is_refused_and_no_payment_begins(rich, method):
    kootenai.put_in_cart(rich, "RES17-0163")
    page = rich.get("/checkout")
    fields = {"csrf": page.hidden("csrf"), "summary": page.hidden("summary")}
    answer = rich.post("/checkout", fields | ({} if method is None else {"method": method}))
    assert answer.status == 422
    assert "Choose how you want to pay" in answer.text
    assert "Checkout Summary" in rich.get("/checkout").text


def test_a_summary_or_amount_changed_by_hand_changes_nothing(rich):
    kootenai.put_in_cart(rich, "RES17-0163")
    page = rich.get("/checkout")
    fields = {"csrf": page.hidden("csrf"), "summary": page.hidden("summary"), "method": "card"}
    for summary in ("", "0", page.hidden("summary")[::-1]):
        answer = rich.post("/checkout", fields | {"summary": summary})
        assert answer.status == 422
        assert "The fees have changed" in answer.text and "Nothing was paid" in answer.text
    more = {"amount": "1", "total": "0.01", "fee": "0", "status": "settled", "contractor": "2"}
    answer = rich.post("/checkout", fields | more)
    assert answer.status == 303
    assert "Pay $36.05" in rich.get(answer.location).text


def test_an_older_summary_is_refused_once_the_fees_are_others(rich):
    kootenai.put_in_cart(rich, "RES17-0163")
    old = rich.get("/checkout")
    kootenai.put_in_cart(rich, "RES16-0688")
    fields = {"csrf": old.hidden("csrf"), "summary": old.hidden("summary"), "method": "card"}
    answer = rich.post("/checkout", fields)
    assert answer.status == 422
    assert "Total Fees: $1,058.98" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/inspections/0",
        "/inspections/-1",
        "/inspections/99999999999999999999",
        "/inspections/x",
        "/receipts/0",
        "/receipts/-1",
        "/receipts/99999999999999999999",
        "/payments/nothing",
        "/permits/%00",
        "/permits/..%2f..%2fetc",
        "/admin/invitations/x",
        "/trial-provider",
        "/trial-provider?order=x&signature=y",
        "/nothing",
    ],
)
def test_an_address_that_leads_nowhere_says_so(quiet_second, path):
    answer = quiet_second.get(path)
    assert answer.status in (400, 404), answer.text
    assert "<h1>" in answer.html or answer.status == 400


@pytest.mark.parametrize(
    "query",
    [
        "?active=x&page=-1",
        "?requested=99999999999999999999",
        "?requested=1%27--",
        "?cancelled=",
    ],
)
def test_a_dashboard_address_changed_by_hand_shows_the_dashboard(quiet_second, query):
    page = quiet_second.get("/dashboard" + query)
    assert page.status == 200
    assert "Hello SECOND STREET BUILDERS." in page.text


@pytest.mark.parametrize(
    "query",
    [
        "?value=%27%20OR%201=1",
        "?value=%22*%22%20NEAR(",
        "?value=%25&op=begins",
        "?by=x&op=y&sort=z",
        "?page=999999",
        "?page=99999999999999999999",
        "?value=" + "w" * 900,
    ],
)
def test_a_search_with_odd_words_is_answered(quiet_portal, query):
    page = Client(quiet_portal).get("/permits" + query)
    assert page.status == 200
    assert "total record(s)" in page.text
