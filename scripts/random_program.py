"""Fills a database with seeded random commands over months of simulated time; used by `export-check`.

Every command goes over the pipe, as a till or a web shop would send it. A week is one run of `meguri stdio` with its
clock at the week's end; its days are closed at the beginning of the next one.
"""
import random
from collections import Counter
from datetime import datetime, timedelta, timezone

from engine import Stdio, Violation, request

TOKYO = timezone(timedelta(hours=9))
START = datetime(2026, 6, 1, 6, 0, tzinfo=TOKYO)
SENT_AHEAD = 400
# A no to a random command that met another state than it needs. Anything else is a fault.
FAIR_REFUSALS = {
    "identity_taken", "insufficient_points", "redeem_not_allowed", "hold_closed", "hold_expired", "purchase_closed", "purchase_exists",
    "member_withdrawn", "member_unknown", "withdrawal_blocked", "quantity_exceeds_remaining", "hold_unknown", "purchase_unknown", "member_provisional", "line_unknown",
}
WEIGHTS = {
    "store_sale": 32, "web_sale": 16, "grant": 12, "short_grant": 4, "adjust": 5, "hold": 7, "capture": 5, "release": 2,
    "part_capture": 2, "confirm": 8, "part_confirm": 4, "part_return": 4, "full_return": 2, "void": 2, "void_ahead": 1, "overtaken": 1, "replace": 3,
    "no_receipt": 1, "withdraw": 1, "rejoin": 1, "again": 2, "anonymous": 1,
}


def card(number):
    return {"kind": "store_card", "value": f"49{number:011d}"}


class RandomProgram:
    """Members are numbered as they join, which is how exports name them."""

    def __init__(self, binary, rules, db, log, transactions, seed):
        self.binary, self.rules, self.db, self.log = binary, rules, db, log
        self.transactions, self.seed, self.rng = transactions, seed, random.Random(seed)
        self.weeks = 26 if transactions >= 20_000 else 10
        self.members = []        # Ids; the first is M1.
        self.cards = 0
        self.left, self.holds, self.orders, self.sent = [], [], [], []
        self.ids, self.voided = [], []
        self.count = self.entries = 0
        self.done, self.refused = Counter(), Counter()

    def run(self):
        for week in range(self.weeks):
            self.start = START + timedelta(weeks=week)
            end = self.start + timedelta(weeks=1)
            with self.engine(end) as engine:
                self.close_days(engine, week)
                target = self.transactions * (week + 1) // self.weeks
                while self.entries < target:
                    self.send(engine, [self.command() for _ in range(min(SENT_AHEAD, target - self.entries))])
                engine.close()
        # At the first moment of the day after the last one that is closed, all that is due has been written down.
        self.start = START + timedelta(weeks=self.weeks)
        self.end = self.start - timedelta(hours=1)
        with self.engine(self.end) as engine:
            self.close_days(engine, self.weeks)
            engine.close()
        missing = set(WEIGHTS) - set(self.done)
        if missing:
            raise Violation(f"the run was too weak: no success of {sorted(missing)}; refused: {dict(self.refused)}")

    def engine(self, clock):
        return Stdio(self.binary, self.db, self.rules, self.log, "--clock", clock.isoformat(), "--seed", self.seed + self.entries)

    def close_days(self, engine, week):
        if week == 0:
            return
        days = [(self.start - timedelta(days=8 - n)).date() for n in range(1, 8)]
        closes = [("day.close", {"date": str(day), "idempotencyKey": f"close-{day}"}) for day in days]
        self.learn(engine.ask_all([request(n, *close) for n, close in enumerate(closes)]), [("close", *close) for close in closes])
        self.count_entries(engine)

    def send(self, engine, commands):
        self.learn(engine.ask_all([request(n, *command[1:]) for n, command in enumerate(commands)]), commands)
        self.sent = commands
        self.count_entries(engine)

    def count_entries(self, engine):
        self.entries = engine.ask_all([request(0, "system.health", {})])[0]["result"]["entries"]

    def learn(self, replies, commands):
        for (kind, method, params), reply in zip(commands, replies):
            if "error" in reply:
                data = reply["error"].get("data") or {}
                name = data.get("type")
                is_early = name == "invalid_params" and data.get("pointer") == "/occurredAt"  # Before the sale that it is about.
                if name not in FAIR_REFUSALS and not is_early:
                    raise Violation(f"refused: {method} {params}: {reply['error']}")
                self.refused[f"{kind}: {name}"] += 1
                continue
            self.done[kind] += 1
            result = reply["result"]
            if result.get("replayed"):
                continue
            if kind == "join":
                self.members.append(result["member"]["id"])
            elif kind == "withdraw":
                self.left.append(params["member"])
            elif method == "hold.place":
                self.holds.append((result["hold"]["id"], params["member"]))
            elif kind == "void_ahead":
                self.voided.append(params["order"])
            elif method in ("purchase.record", "purchase.replace"):
                self.orders.append((params["channel"], params["order"], params["lines"]))
                self.ids.append((result["purchase"]["id"], params["channel"], params["order"]))
                if params.get("keepHold"):
                    self.holds.append((params["hold"], params["member"]))

    # Commands

    def command(self):
        wanted = max(40, self.transactions // 40)
        if self.cards < 20 or (self.cards < wanted and self.rng.random() < 0.1):
            return self.join()
        if not self.members:
            return self.join()
        kind = self.rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        if kind == "again":
            return ("again", *self.rng.choice(self.sent)[1:]) if self.sent else self.grant()
        if kind in ("confirm", "part_confirm", "part_return", "full_return", "void", "replace"):
            return getattr(self, kind)() if self.orders else self.grant()
        if kind == "overtaken" and not self.voided:
            return self.void_ahead()
        if kind in ("capture", "part_capture", "release"):
            return getattr(self, kind)() if self.holds else self.hold()
        if kind == "rejoin" and not self.left:
            return self.withdraw()
        return getattr(self, kind)()

    def make(self, kind, method, **params):
        self.count += 1
        at = self.start + timedelta(seconds=self.rng.randrange(7 * 86_400))
        if self.rng.random() < 0.05:  # A till that was offline, perhaps for longer than the books are open.
            at = max(START, at - timedelta(seconds=self.rng.randrange(10 * 86_400)))
        return kind, method, {**params, "occurredAt": at.isoformat(), "idempotencyKey": f"k-{self.count}"}

    def member(self):
        return self.rng.choice(self.members)

    def join(self):
        self.cards += 1
        return self.make("join", "member.join", channel="store", store="S001", identities=[card(self.cards)], provisional=self.cards % 9 == 0)

    def grant(self):
        return self.make("grant", "points.grant", member=self.member(), points=self.rng.randint(1, 900), reason="a review, \"kindly\" written", actor="ops;1")

    def short_grant(self):
        last = (self.start + timedelta(days=self.rng.randint(8, 30))).date()
        return self.make("short_grant", "points.grant", member=self.member(), points=self.rng.randint(1, 500), reason="spring", expiresOn=str(last))

    def adjust(self):
        return self.make("adjust", "points.adjust", member=self.member(), points=self.rng.choice([-1, 1]) * self.rng.randint(1, 60), reason="counted again", actor="ops")

    def lines(self):
        return [{"line": str(n + 1), "quantity": self.rng.randint(1, 3), "amount": self.rng.randint(100, 20_000), "taxRate": self.rng.choice([8, 10])}
                for n in range(self.rng.randint(1, 3))]

    def sale(self, kind, channel, **more):
        lines = self.lines()
        if "member" in more and "hold" not in more and self.rng.random() < 0.4:
            more["redeem"] = self.rng.randint(1, 100)
        return self.make(kind, "purchase.record", channel=channel, store="S001", terminal="T,1", order=f"{channel}-{self.count}", amountsIncludeTax=True, lines=lines, **more)

    def store_sale(self):
        return self.sale("store_sale", "store", member=self.member())

    def web_sale(self):
        return self.sale("web_sale", "ec", member=self.member())

    def anonymous(self):
        return self.sale("anonymous", "store")

    def hold(self):
        expires = {"expiresAt": (self.start + timedelta(days=9)).isoformat()} if self.rng.random() < 0.7 else {}
        return self.make("hold", "hold.place", member=self.member(), points=self.rng.randint(1, 80), order=f"cart-{self.count}", **expires)

    def capture(self):
        hold, member = self.holds.pop(self.rng.randrange(len(self.holds)))
        return self.sale("capture", "ec", member=member, hold=hold)

    def part_capture(self):
        hold, member = self.holds.pop(self.rng.randrange(len(self.holds)))
        return self.sale("part_capture", "ec", member=member, hold=hold, keepHold=True, redeem=self.rng.randint(0, 20))

    def release(self):
        return self.make("release", "hold.release", hold=self.holds.pop(self.rng.randrange(len(self.holds)))[0])

    def order(self):
        recent = self.orders[-2_000:]
        channel, order, lines = self.rng.choice(recent)
        return {"channel": channel, "order": order}, lines

    def confirm(self):
        web = [order for order in self.orders[-300:] if order[0] == "ec"] or self.orders
        channel, order, _ = self.rng.choice(web)
        return self.make("confirm", "purchase.confirm", channel=channel, order=order)

    def part_confirm(self):
        channel, order, lines = self.rng.choice([order for order in self.orders[-300:] if order[0] == "ec"] or self.orders)
        return self.make("part_confirm", "purchase.confirm", channel=channel, order=order, lines=[{"line": self.rng.choice(lines)["line"], "quantity": 1}])

    def part_return(self):
        order, lines = self.order()
        return self.make("part_return", "purchase.return", **order, lines=[{"line": self.rng.choice(lines)["line"], "quantity": 1}])

    def full_return(self):
        return self.make("full_return", "purchase.return", **self.order()[0])

    def void(self):
        channel, order, _ = self.rng.choice(self.orders[-100:])
        return self.make("void", "purchase.void", channel=channel, order=order)

    def void_ahead(self):
        return self.make("void_ahead", "purchase.void", channel="store", order=f"ahead-{self.count}")

    def overtaken(self):
        return self.make("overtaken", "purchase.record", channel="store", order=self.voided.pop(), amountsIncludeTax=True, lines=self.lines(), member=self.member())

    def replace(self):
        purchase, channel, order = self.rng.choice(self.ids[-300:])
        order = order if self.rng.random() < 0.5 else f"{channel}-{self.count}-new"
        more = {"redeem": self.rng.randint(1, 100)} if self.rng.random() < 0.3 else {}
        return self.make("replace", "purchase.replace", replaces=purchase, channel=channel, order=order, amountsIncludeTax=True, lines=self.lines(), **more)

    def no_receipt(self):
        lines = [{"line": "1", "quantity": 1, "amount": self.rng.randint(100, 5_000), "taxRate": 10}]
        return self.make("no_receipt", "purchase.returnWithoutReceipt", member=self.member(), channel="store", amountsIncludeTax=True, lines=lines)

    def withdraw(self):
        return self.make("withdraw", "member.withdraw", member=self.member(), reason="moved")

    def rejoin(self):
        number = self.members.index(self.left.pop(0)) + 1
        return self.make("rejoin", "member.rejoin", channel="store", identities=[card(number)])
