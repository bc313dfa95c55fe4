"""Bad lines on stdin, each with the reply it must get."""
import json

from engine import Stdio, Violation, request, verify
from hostile_rows import AT, attempt, row, stdio_once

PARSE, INVALID, UNKNOWN, PARAMS = (
    (-32700, "parse_error"), (-32600, "invalid_request"), (-32601, "unknown_method"), (-32602, "invalid_params"))
TOO_LARGE = (None, "payload_too_large")
SILENCE = None  # A notification gets no reply.


def message(method='"points.balance"', params='{"member":"m_x"}', id_='"id":7,', more=""):
    return f'{{"jsonrpc":"2.0",{id_}"method":{method},"params":{params}{more}}}'.encode()


def grant(**change):
    """A grant that would be good but for `change`; a value None leaves the parameter out."""
    params = {"member": "MEMBER", "points": 1, "reason": "hostile", "idempotencyKey": "hostile", "occurredAt": AT, **change}
    return message('"points.grant"', json.dumps({k: v for k, v in params.items() if v is not None}))


def grant_number(digits):
    return grant(points=0).replace(b'"points": 0', b'"points": ' + digits)


LINES = [
    # Not JSON (RFC 8259), or JSON that two readers could read in two ways.
    ("cut off", b'{"jsonrpc":', PARSE),
    ("plain words", b"hello", PARSE),
    ("an empty line", b"", PARSE),
    ("white space alone", b" \t ", PARSE),
    ("two values on a line", message() + b" " + message(), PARSE),
    ("a trailing comma", b'{"jsonrpc":"2.0","id":7,}', PARSE),
    ("a comment", b'{"jsonrpc":"2.0"/* */,"id":7}', PARSE),
    ("single quotes", b"{'jsonrpc':'2.0'}", PARSE),
    ("an unquoted key", b'{jsonrpc:"2.0"}', PARSE),
    ("NaN", grant_number(b"NaN"), PARSE),
    ("Infinity", grant_number(b"-Infinity"), PARSE),
    ("a leading zero", grant_number(b"01"), PARSE),
    ("a leading plus", grant_number(b"+1"), PARSE),
    ("a bare point", grant_number(b".5"), PARSE),
    ("a hexadecimal number", grant_number(b"0x10"), PARSE),
    ("a duplicate key", b'{"jsonrpc":"2.0","id":1,"id":2,"method":"system.health"}', PARSE),
    ("a duplicate key after unescaping", b'{"jsonrpc":"2.0","id":1,"\\u0069d":2,"method":"system.health"}', PARSE),
    ("a duplicate parameter", message(params='{"member":"m_x","member":"m_y"}'), PARSE),
    ("a byte order mark", b"\xef\xbb\xbf" + message(), PARSE),
    ("a NUL byte", b'{"jsonrpc":"2.0",\x00"id":7}', PARSE),
    ("a NUL byte in a string", message(params='{"member":"m_\x00"}'), PARSE),
    ("a raw tab in a string", message(params='{"member":"m_\t"}'), PARSE),
    ("an unknown escape", message(params='{"member":"\\x41"}'), PARSE),
    ("a high surrogate alone", message(params='{"member":"\\ud800"}'), PARSE),
    ("a low surrogate alone", message(params='{"member":"\\udc00"}'), PARSE),
    ("surrogates the wrong way round", message(params='{"member":"\\udc00\\ud800"}'), PARSE),
    ("a byte that no UTF-8 has", message(params='{"member":"@"}').replace(b"@", b"\xff"), PARSE),
    ("overlong UTF-8", message(params='{"member":"@"}').replace(b"@", b"\xc0\xaf"), PARSE),
    ("a surrogate in UTF-8", message(params='{"member":"@"}').replace(b"@", b"\xed\xa0\x80"), PARSE),
    ("UTF-8 cut off", message(params='{"member":"@"}').replace(b"@", b"\xe3\x81"), PARSE),
    ("UTF-16", "{}".encode("utf-16-be"), PARSE),
    ("65 arrays inside one another", b"[" * 65 + b"]" * 65, PARSE),
    ("100,000 arrays inside one another", b"[" * 100_000, PARSE),
    ("100,000 objects inside one another", b'{"a":' * 100_000, PARSE),
    ("a line of 2 MiB", message(params='{"member":"' + "x" * (2 << 20) + '"}'), TOO_LARGE),
    # JSON, but no request (JSON-RPC 2.0, 4 and 6).
    ("a number", b"7", INVALID),
    ("null", b"null", INVALID),
    ("a string", b'"system.health"', INVALID),
    ("an empty object", b"{}", INVALID),
    ("no version", b'{"id":7,"method":"system.health"}', INVALID),
    ("another version", b'{"jsonrpc":"1.0","id":7,"method":"system.health"}', INVALID),
    ("a version that is a number", b'{"jsonrpc":2.0,"id":7,"method":"system.health"}', INVALID),
    ("no method", b'{"jsonrpc":"2.0","id":7}', INVALID),
    ("a method that is a number", message(method="7"), INVALID),
    ("an id that is an object", message(id_='"id":{},'), INVALID),
    ("an id that is a boolean", message(id_='"id":true,'), INVALID),
    ("params that are text", message(params='"m_x"'), (None, ("invalid_request", "invalid_params"))),
    ("an empty batch", b"[]", INVALID),
    ("a batch of 1,001", b"[" + b",".join([message()] * 1_001) + b"]", INVALID),
    # Methods.
    ("a method nobody knows", message(method='"points.steal"'), UNKNOWN),
    ("an empty method", message(method='""'), UNKNOWN),
    ("a method in capitals", message(method='"POINTS.BALANCE"'), UNKNOWN),
    ("a reserved method", message(method='"rpc.discover"'), UNKNOWN),
    # Parameters.
    ("no parameters", message('"points.grant"', "{}"), PARAMS),
    ("parameters by position", message(params='["m_x"]'), PARAMS),
    ("a parameter missing", grant(reason=None), PARAMS),
    ("no key", grant(idempotencyKey=None), PARAMS),
    ("an empty key", grant(idempotencyKey=""), PARAMS),
    ("a key of 256 characters", grant(idempotencyKey="k" * 256), PARAMS),
    ("a key that is a number", grant(idempotencyKey=7), PARAMS),
    ("a misspelt parameter", grant(pionts=1), PARAMS),
    ("text for a number", grant(points="5"), PARAMS),
    ("a boolean for a number", grant(points=True), PARAMS),
    ("an array for a number", grant(points=[5]), PARAMS),
    ("null for a number", grant_number(b"null"), PARAMS),
    ("a negative number", grant(points=-5), PARAMS),
    ("a fraction", grant(points=1.5), PARAMS),
    ("one more than Int64", grant_number(b"9223372036854775808"), PARAMS),
    ("an enormous number", grant_number(b"1" * 100), PARAMS),
    ("an enormous exponent", grant_number(b"1e999999999"), PARAMS),
    ("the least Int64", grant_number(b"-9223372036854775808"), PARAMS),
    ("a member that is a number", grant(member=7), PARAMS),
    ("a member with an unknown field", grant(member={"kind": "store_card", "value": "1", "colour": "red"}), PARAMS),
    ("a day that is not", grant(occurredAt="2026-02-30T09:00:00+09:00"), PARAMS),
    ("an instant without an offset", grant(occurredAt="2026-06-01T09:00:00"), PARAMS),
    ("an instant in words", grant(occurredAt="yesterday"), PARAMS),
    ("full-width digits in an instant", grant(occurredAt="２０２６-06-01T09:00:00+09:00"), PARAMS),
    ("a page of no rows", message('"points.history"', '{"member":"MEMBER","limit":0}'), PARAMS),
    ("a page of 501 rows", message('"points.history"', '{"member":"MEMBER","limit":501}'), PARAMS),
    ("a cursor nobody gave", message('"points.history"', '{"member":"MEMBER","cursor":"\'; DROP TABLE journal; --"}'), PARAMS),
    ("a member nobody knows", message(params='{"member":"m_nobody"}'), (None, "member_unknown")),
    ("SQL for a member", message(params='{"member":"\' OR 1=1 --"}'), (None, ("member_unknown", "invalid_params"))),
    # Notifications, good and bad, are silent.
    ("a notification", message(id_=""), SILENCE),
    ("a notification of an unknown method", message('"points.steal"', id_=""), SILENCE),
    ("a batch of notifications", b"[" + message(id_="") + b"," + message(id_="") + b"]", SILENCE),
]


def judge(replies, want):
    if want is SILENCE:
        return f"a reply to what wants none: {str(replies)[:300]}" if replies else None
    if len(replies) != 1:
        return f"{len(replies)} replies, wanted 1: {str(replies)[:300]}"
    error = replies[0].get("error") if isinstance(replies[0], dict) else None
    if error is None:
        return f"no error: {str(replies[0])[:300]}"
    code, names = want
    names = names if isinstance(names, tuple) else (names,)
    got = (error.get("code"), (error.get("data") or {}).get("type"))
    if got[1] not in names or (code is not None and got[0] != code):
        return f"got {got}, wanted {want}"
    return None if error.get("message") else "no message"


class Door:
    """The engine on stdin; a good request after each bad line shows which replies belong to that line."""

    def __init__(self, engine):
        self.engine, self.number = engine, 0

    def call(self, method, **params):
        self.number += 1
        reply = self.engine.ask_all([request(f"good-{self.number}", method, params)])[0]
        if "result" not in reply:
            raise Violation(f"a good {method} is refused: {reply}")
        return reply["result"]

    def replies_to(self, line):
        self.number += 1
        mark = f"good-{self.number}"
        self.engine.feed(line + b"\n" + request(mark, "system.health", {}))
        replies = []
        while True:
            reply = self.engine.read()
            if reply is None:
                raise Violation(f"the process ended (exit {self.engine.process.wait()}){self.engine.last_words()}")
            if isinstance(reply, dict) and reply.get("id") == mark:
                return replies if "result" in reply else replies + [f"then a good request failed: {reply}"]
            replies.append(reply)


def run_lines(binary, rules, folder):
    db = folder / "lines.db"
    with Stdio(binary, db, rules, folder / "log") as engine:
        door = Door(engine)
        card = {"kind": "store_card", "value": "4901234567894"}
        joined = door.call("member.join", channel="store", identities=[card], idempotencyKey="join", occurredAt=AT)
        member = joined["member"]["id"]
        for name, line, want in LINES:
            row(f"line: {name}", judge(door.replies_to(line.replace(b"MEMBER", member.encode())), want))
        mixed = door.replies_to(b'[{"jsonrpc":"2.0","id":1,"method":"system.health"},7,' + message(id_="") + b"]")
        ids = sorted(str(reply.get("id")) for reply in mixed[0]) if mixed and isinstance(mixed[0], list) else mixed
        row("line: a batch of one good, one bad, one notification", None if ids == ["1", "None"] else f"got {mixed}")
        granted = door.call("points.grant", member=member, points=5, reason="good", idempotencyKey="good", occurredAt=AT)
        row("line: nothing bad was granted", None if granted["balance"]["available"] == 5 else f"got {granted}")
        row("line: end of input", attempt(engine.close))
    row("line: verify", attempt(lambda: verify(binary, db)))
    unended = request(1, "system.health", {}).rstrip(b"\n")
    run = stdio_once(binary, db, rules, unended)
    row("line: a last line without its end", None if run.returncode == 0 and b'"result"' in run.stdout else f"got {run}")
