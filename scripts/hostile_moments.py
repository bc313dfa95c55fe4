"""Every command that takes a moment, at both ends of the calendar: each must be answered, and the books stay clean."""
from engine import Stdio, verify
from hostile_lines import Door, request
from hostile_rows import AT, attempt, row

MOMENTS = ("0001-01-01T00:00:00Z", "0001-02-15T12:00:00Z", "0001-12-31T23:59:59Z", "9999-12-31T14:59:59Z", "9999-12-31T23:59:59Z")
BASKET = {"amountsIncludeTax": True, "lines": [{"line": "1", "quantity": 2, "amount": 60000, "taxRate": 10}]}


def commands(member, order):
    """Method and parameters of all that may happen at a moment; the purchase is the one of the order."""
    store = {"channel": "store"}
    which = {**store, "order": order}
    who = {"member": member}
    return [
        ("member.join", {**store, "identities": [{"kind": "line", "value": f"L-{order}"}]}),
        ("member.get", who), ("points.balance", who), ("points.history", who),
        ("points.grant", {**who, "points": 5, "reason": "hostile"}), ("points.adjust", {**who, "points": 5, "reason": "hostile"}),
        ("hold.place", {**who, "points": 1}), ("activity.record", {**who, **store, "activity": "review", "subject": order}),
        ("purchase.quote", {**who, **store, **BASKET}), ("purchase.record", {**who, **which, **BASKET}),
        ("purchase.get", which), ("purchase.confirm", which), ("purchase.return", {**which, "lines": [{"line": "1", "quantity": 1}]}),
        ("purchase.returnWithoutReceipt", {**who, **store, **BASKET}),
        ("purchase.replace", {**which, "sale": {**which, **BASKET}}), ("purchase.void", which),
        ("consent.record", {**who, "consents": [{"purpose": "marketing_email", "company": "ec-co", "version": "2026-04", "granted": True}]}),
        ("consent.list", who), ("preference.set", {**who, "preferences": {"newsletter": True, "post": False}}),
        ("policy.publish", {"purpose": "line_messages", "version": f"of {order}"}),
        ("member.withdraw", {**who, "preview": True}),
    ]


def run_moments(binary, rules, folder):
    db = folder / "moments.db"
    with Stdio(binary, db, rules, folder / "log") as engine:
        door = Door(engine)
        card = {"kind": "store_card", "value": "4901234567894"}
        member = door.call("member.join", channel="store", identities=[card], idempotencyKey="join", occurredAt=AT)["member"]["id"]
        # A rank that is held, so that its review is due by most moments.
        door.call("purchase.record", member=member, channel="store", order="now", idempotencyKey="now", occurredAt=AT, **BASKET)
        for moment in MOMENTS:
            for number, (method, params) in enumerate(commands(member, f"o-{moment}")):
                asked = {**params, "occurredAt": moment, "idempotencyKey": f"{moment}-{number}"}
                row(f"moment: {method} at {moment}", attempt(lambda: judge(door.replies_to(request(1, method, asked).rstrip(b"\n")))))
        door.call("purchase.record", member=member, channel="store", order="later", idempotencyKey="later", occurredAt=AT, **BASKET)
        row("moment: end of input", attempt(engine.close))
    row("moment: verify", attempt(lambda: verify(binary, db)))


def judge(replies):
    error = replies[0].get("error") if len(replies) == 1 and isinstance(replies[0], dict) else {"data": {"type": f"got {replies}"}}
    if error and (error.get("data") or {}).get("type") in (None, "internal", "storage_failure"):
        raise OSError(str(error)[:300])
