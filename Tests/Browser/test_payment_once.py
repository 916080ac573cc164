"""A fee is paid once, whatever is clicked, sent again or gone back to."""

import re

import pytest
from playwright.sync_api import expect

import kootenai
from client import at_once
from kootenai import CARD, CHECK, DECLINED_CARD, due, put_in_cart, receipts, to_provider

PAY = {"number": CARD, "outcome": "pay"}


@pytest.fixture
def cart(rich):
    """RICH CONTRACTOR with RES17-0163's $35.00 in the cart."""
    put_in_cart(rich, "RES17-0163")
    return rich


@pytest.fixture
def both(cart):
    """The same with RES16-0688's six fees besides."""
    put_in_cart(cart, "RES16-0688")
    return cart


def chosen(client, method="card"):
    """The checkout's form, filled in."""
    page = client.get("/checkout")
    return {"csrf": page.hidden("csrf"), "summary": page.hidden("summary"), "method": method}


def order_at(client, answer):
    """What the provider's page, to which that answer leads, asks for."""
    page = client.get(answer.location)
    return page.hidden("order")


def test_a_checkout_sent_twice_leads_to_one_payment(cart):
    fields = chosen(cart)
    first, second = cart.post("/checkout", fields), cart.post("/checkout", fields)
    assert first.status == second.status == 303
    assert order_at(cart, first) == order_at(cart, second)


def test_two_checkouts_at_the_same_moment_lead_to_one_payment(cart):
    fields = chosen(cart)
    answers = at_once(*[lambda: cart.post("/checkout", fields)] * 4)
    assert {answer.status for answer in answers} == {303}
    assert len({order_at(cart, answer) for answer in answers}) == 1


def test_a_payment_sent_twice_is_charged_once(cart):
    order = to_provider(cart)
    backs = [cart.post("/trial-provider", order | PAY) for _ in range(2)]
    assert len({cart.get(back.location).location for back in backs}) == 1
    assert len(receipts(cart)) == 1
    assert due(cart, "RES17-0163") == "$0.00"


def test_payments_sent_at_the_same_moment_are_charged_once(cart):
    order = to_provider(cart)
    backs = at_once(*[lambda: cart.post("/trial-provider", order | PAY)] * 4)
    assert len({cart.get(back.location).location for back in backs}) == 1
    assert len(receipts(cart)) == 1


def test_going_back_after_the_payment_and_paying_again_ends_at_the_same_receipt(walk, cart):
    walk.be(cart).open("/checkout").press("PROCEED TO PAYMENT")
    walk.type(Test_card_number=CARD).press("Process Payment")
    receipt = walk.path
    assert receipt.startswith("/receipts/")
    walk.back().heading("Pay $36.05")
    walk.type(Test_card_number=CARD).press("Process Payment")
    assert walk.path == receipt
    assert len(receipts(cart)) == 1


def test_going_back_to_the_checkout_after_the_payment_finds_nothing_left_to_pay(walk, cart):
    walk.be(cart).open("/checkout")
    old = chosen(cart)
    order = to_provider(cart)
    cart.post("/trial-provider", order | PAY)
    walk.press("PROCEED TO PAYMENT").heading("Paid Items")
    assert cart.post("/checkout", old).location == "/receipts"
    assert cart.get("/checkout").location == "/cart"
    assert len(receipts(cart)) == 1


def test_the_receipt_and_the_return_address_can_be_loaded_again(cart):
    order = to_provider(cart)
    back = cart.post("/trial-provider", order | PAY).location
    receipt = cart.get(back).location
    assert cart.get(back).location == cart.get(back + "?status=declined&amount=1").location
    assert cart.get(receipt).text == cart.get(receipt).text
    assert receipts(cart) == [receipt.removeprefix("/receipts/")]


def test_the_return_address_alone_pays_nothing(cart):
    order = to_provider(cart)
    cancelled = cart.post("/trial-provider", order | {"outcome": "cancel"}).location
    put_in_cart(cart, "RES17-0163")
    for query in ("?status=approved", "?paid=yes&outcome=approved"):
        answer = cart.get(cancelled + query)
        assert (answer.status, "The payment was cancelled" in answer.text) == (200, True)
    assert due(cart, "RES17-0163") == "$35.00"


def test_an_old_checkout_with_another_method_finds_the_payment_in_progress(walk, cart):
    walk.be(cart).open("/checkout")
    to_provider(cart, "card")
    walk.page.get_by_role("radio", name="Electronic Check").check()
    walk.press("PROCEED TO PAYMENT", status=422).heading("Payment in progress")
    walk.says("You began a payment of $36.05 for RES17-0163")
    walk.press("CONTINUE").heading("Pay $36.05")
    walk.open("/checkout").heading("Payment in progress")
    walk.press("CANCEL PAYMENT").heading("The payment was cancelled")
    walk.says("Nothing was charged.").follow("BACK TO SHOPPING CART")
    walk.press("PROCEED TO CHECKOUT").page.get_by_role("radio", name="Electronic Check").check()
    walk.press("PROCEED TO PAYMENT").heading("Pay $36.50")


def test_an_order_that_was_cancelled_here_can_no_longer_be_paid(cart):
    order = to_provider(cart)
    page = cart.get("/checkout")
    path = re.search(r'action="(/payments/[^"]+/cancellation)"', page.html)[1]
    assert cart.post(path, {"csrf": page.hidden("csrf")}).status == 303
    answer = cart.post("/trial-provider", order | PAY)
    assert answer.status == 422
    assert "This order has ended, so nothing was taken." in answer.text
    assert receipts(cart) == []
    assert due(cart, "RES17-0163") == "$35.00"


def test_an_order_changed_by_hand_is_no_order(cart):
    order = to_provider(cart)
    text = order["order"]
    forged = [
        order | {"order": text[:-2] + ("AA" if text[-2:] != "AA" else "BB")},
        order | {"signature": "0" * len(order["signature"])},
        {"order": text},
    ]
    for fields in forged:
        assert cart.post("/trial-provider", fields | PAY).status == 404
    assert due(cart, "RES17-0163") == "$35.00"


def test_a_declined_card_charges_nothing_and_another_one_can_be_used(walk, cart):
    walk.be(cart).open("/checkout").press("PROCEED TO PAYMENT")
    walk.type(Test_card_number=DECLINED_CARD).press("Process Payment")
    walk.heading("The payment was declined").says("Nothing was charged.")
    assert due(cart, "RES17-0163") == "$35.00"
    walk.follow("BACK TO SHOPPING CART").press("PROCEED TO CHECKOUT").press("PROCEED TO PAYMENT")
    walk.type(Test_card_number=CARD).press("Process Payment").says("Total Fees: $35.00")
    assert len(receipts(cart)) == 1


def test_a_payment_cancelled_at_the_provider_leaves_the_fees_in_the_cart(walk, cart):
    walk.be(cart).open("/checkout").press("PROCEED TO PAYMENT").press("Cancel")
    walk.heading("The payment was cancelled").says("Nothing was charged.")
    walk.follow("BACK TO SHOPPING CART").says("RES17-0163", "$35.00")
    assert receipts(cart) == []


def test_the_provider_takes_no_other_number(walk, cart):
    walk.be(cart).open("/checkout").press("PROCEED TO PAYMENT")
    for number in ("", "4111 1111 1111 1111", CHECK):
        walk.type(Test_card_number=number).press("Process Payment", status=422)
        walk.problem("Use one of the test numbers listed here; nothing else is taken")
        expect(walk.field("Test card number")).to_have_value("")


@pytest.mark.parametrize(
    ("method", "number", "fee", "total", "account"),
    [
        ("card", CARD, "$31.77", "$1,090.75", "4242"),
        ("check", CHECK, "$1.50", "$1,060.48", "6789"),
        ("express", CARD, "$31.77", "$1,090.75", "4242"),
    ],
)
def test_both_records_are_paid_to_the_cent(both, method, number, fee, total, account):
    order = to_provider(both, method)
    back = both.post("/trial-provider", order | {"number": number, "outcome": "pay"})
    receipt = both.get(both.get(back.location).location).text
    for words in (
        "RES16-0688",
        "RES17-0163",
        "Total Fees: $1,058.98",
        f"Access Idaho Fee: {fee}",
        total,
        f"ending in {account}",
        *(f"{name} {amount}" for name, amount in kootenai.FEES),
    ):
        assert words in receipt, receipt
    assert due(both, "RES16-0688") == due(both, "RES17-0163") == "$0.00"


def test_an_electronic_check_costs_a_dollar_fifty(walk, rich):
    put_in_cart(rich, "RES16-0688")
    walk.be(rich).open("/checkout").page.get_by_role("radio", name="Electronic Check").check()
    walk.press("PROCEED TO PAYMENT").heading("Pay $1,025.48")
    walk.type(Test_routing_and_account_number=CHECK).press("Process Payment")
    walk.says("Access Idaho Fee: $1.50", "$1,025.48", "ending in 6789")


def test_a_paid_record_put_in_the_cart_again_leaves_it_empty(cart):
    kootenai.pay(cart, "RES17-0163")
    answer = cart.submit("/cart/records", {"permit": "RES17-0163"}, at="/dashboard")
    assert answer.status == 303
    assert cart.get("/checkout").location == "/cart"
