"""Raw HTTP requests after the table of hostile situations, each with the statuses that may answer."""
import signal
import socket
import subprocess
import time

from engine import PATIENCE_SECONDS, Violation, request, verify
from hostile_rows import attempt, row

REPLY_SECONDS = 20


def http(line="GET /livez HTTP/1.1", *fields, host="Host: localhost", close="Connection: close", body=b""):
    """One raw request. It asks for the connection to be closed, so that reading to the end gives every answer."""
    head = [part for part in (line, host, *fields, close) if part is not None]
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


def post(*fields, body=b"", line="POST /rpc HTTP/1.1"):
    return http(line, "Content-Type: application/json", *fields, body=body)


def sized(body, *fields, line="POST /rpc HTTP/1.1"):
    return post(f"Content-Length: {len(body)}", *fields, body=body, line=line)


def chunked(body, coding="chunked"):
    return post(f"Transfer-Encoding: {coding}", body=body)


HEALTH = request(1, "system.health", {}).strip()
CHUNK = b"%x\r\n%s\r\n" % (len(HEALTH), HEALTH)
SMUGGLED = http("GET /metrics HTTP/1.1")
GRANTS = "POST /v1/members/m_x/grants HTTP/1.1"

# name, bytes, the statuses that may answer (all answers, in order, to the end of the connection)
REQUESTS = [
    # Good ones first: a server that refuses everything proves nothing.
    ("a plain request", http(), [200]),
    ("HEAD", http("HEAD /livez HTTP/1.1"), [200]),
    ("HTTP/1.0", http("GET /livez HTTP/1.0"), [200]),
    ("absolute-form", http("GET http://example.com/livez HTTP/1.1"), [200]),
    ("one leading CRLF", b"\r\n" + http(), [200]),
    ("a body by length", sized(HEALTH), [200]),
    ("a body in chunks", chunked(CHUNK + b"0\r\n\r\n"), [200]),
    ("a chunk extension and a trailer", chunked(CHUNK.replace(b"\r\n", b";a=b\r\n", 1) + b"0\r\nX: y\r\n\r\n"), [200]),
    ("three pipelined", http(close=None) * 2 + http(), [200, 200, 200]),
    ("nothing after Connection: close", http() + SMUGGLED, [200]),
    ("an upgrade is ignored", http("GET /livez HTTP/1.1", "Upgrade: h2c"), [200]),
    # Framing (RFC 9112, 6 and 7.1).
    ("Content-Length and Transfer-Encoding", post("Content-Length: 4", "Transfer-Encoding: chunked", body=b"0\r\n\r\n" + SMUGGLED), [400]),
    ("chunked twice", chunked(CHUNK + b"0\r\n\r\n", "chunked, chunked"), [400]),
    ("chunked not last", chunked(CHUNK + b"0\r\n\r\n", "chunked, gzip"), [{400, 501}]),
    ("an unknown coding", chunked(CHUNK + b"0\r\n\r\n", "xchunked"), [501]),
    ("chunked in HTTP/1.0", post("Transfer-Encoding: chunked", body=CHUNK + b"0\r\n\r\n", line="POST /rpc HTTP/1.0"), [400]),
    *((f"Content-Length: {length!r}", post(f"Content-Length: {length}", body=HEALTH), [400])
      for length in ("", "+5", "-1", "5a", "0x5", "5 5", "5, 5", "1.0", "99999999999999999999")),
    ("Content-Length repeated, the same", sized(HEALTH, f"Content-Length: {len(HEALTH)}"), [400]),
    ("Content-Length repeated, another", sized(HEALTH, "Content-Length: 1"), [400]),
    *((f"chunk size {size!r}", chunked(size + b"\r\nhello\r\n0\r\n\r\n"), [400])
      for size in (b"", b"+5", b"-5", b"5 ", b" 5", b"0x5", b"g", b"00000000000000005")),
    ("a chunk of 2^64 - 1", chunked(b"ffffffffffffffff\r\nhello"), [{400, 413}]),
    ("a chunk longer than its size", chunked(b"1\r\nhello\r\n0\r\n\r\n"), [400]),
    ("a chunk size ended by LF alone", chunked(b"5\nhello\r\n0\r\n\r\n"), [400]),
    ("5 KiB of chunk extensions", chunked(b"5;" + b"x" * 5_120 + b"\r\nhello\r\n0\r\n\r\n"), [{400, 413, 431}]),
    ("5 KiB of trailers", chunked(CHUNK + b"0\r\nX: " + b"x" * 5_120 + b"\r\n\r\n"), [{400, 431}]),
    # Lines and fields (RFC 9112, 2.2, 5.1, 5.2; RFC 9110, 5.5).
    ("LF alone as line end", http().replace(b"\r\n", b"\n"), [400]),
    ("CR alone in a value", http("GET /livez HTTP/1.1", "X: a\rb"), [400]),
    ("NUL in a value", http("GET /livez HTTP/1.1", "X: a\0b"), [400]),
    ("a control in a value", http("GET /livez HTTP/1.1", "X: a\x01b"), [400]),
    ("a space before the colon", http("GET /livez HTTP/1.1", "X : y"), [400]),
    ("a folded field", http("GET /livez HTTP/1.1", "X: a", " b"), [400]),
    ("a space before the first field", http("GET /livez HTTP/1.1", host=" Host: localhost"), [400]),
    ("a field without a colon", http("GET /livez HTTP/1.1", "X"), [400]),
    ("a field without a name", http("GET /livez HTTP/1.1", ": x"), [400]),
    ("no Host", http(host=None), [400]),
    ("two Hosts", http("GET /livez HTTP/1.1", "Host: other"), [400]),
    ("a Host that is none", http(host="Host: a b/c"), [400]),
    ("101 fields", http("GET /livez HTTP/1.1", *(f"X-{n}: y" for n in range(101))), [431]),
    ("33 KiB of fields", http("GET /livez HTTP/1.1", *(f"X-{n}: {'y' * 3_400}" for n in range(10))), [431]),
    # Request line (RFC 9112, 3).
    ("a target of 8,193 bytes", http("GET /" + "x" * 8_192 + " HTTP/1.1"), [414]),
    ("two spaces", http("GET  /livez HTTP/1.1"), [400]),
    ("no version", b"GET /livez\r\n\r\n", [400]),
    ("HTTP/2.0 on a line", http("GET /livez HTTP/2.0"), [505]),
    ("the preface of HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [{400, 501, 505}]),
    ("a TLS hello", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(32)) + b"\r\n\r\n", [400]),
    ("a method nobody knows", http("STEAL /livez HTTP/1.1"), [501]),
    ("a method in small letters", http("get /livez HTTP/1.1"), [501]),
    ("a method that is not allowed", http("DELETE /livez HTTP/1.1"), [405]),
    ("CONNECT", http("CONNECT localhost:80 HTTP/1.1"), [{400, 405}]),
    ("the asterisk for GET", http("GET * HTTP/1.1"), [400]),
    *((f"the path {path}", http(f"GET {path} HTTP/1.1"), [400])
      for path in ("/livez%", "/live%zz", "/livez%00", "/v1%2frules", "/%ff", "/../etc/passwd", "/%2e%2e/etc/passwd", "/liv\xe9z")),
    ("an unknown expectation", sized(HEALTH, "Expect: a miracle"), [417]),
    # Content.
    ("a path nobody knows", http("GET /v2/steal HTTP/1.1"), [404]),
    ("an unknown query parameter", http("GET /v1/members?kind=store_card&value=1&colour=red HTTP/1.1"), [{400, 422}]),
    ("a body over 1 MiB", sized(b"x" * ((1 << 20) + 1)), [413]),
    ("a body that is not JSON", sized(b"{", line=GRANTS), [400]),
    ("a body with a duplicate key", sized(b'{"points":1,"points":2}', line=GRANTS), [400]),
    ("a body with an unknown field", sized(b'{"points":1,"reason":"x","pionts":1}', "Idempotency-Key: k", line=GRANTS), [422]),
    ("a negative number in a body", sized(b'{"points":-1,"reason":"x"}', "Idempotency-Key: k", line=GRANTS), [422]),
    ("no idempotency key", sized(b'{"points":1,"reason":"x"}', line=GRANTS), [422]),
]


def exchange(port, data):
    """Everything the server says until it closes; the end of our side stays open."""
    with socket.create_connection(("127.0.0.1", port), timeout=REPLY_SECONDS) as client:
        try:
            client.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass  # It answered and closed before the end, as it may.
        return read_to_end(client)


def read_to_end(client):
    said = b""
    try:
        while part := client.recv(65_536):
            said += part
    except ConnectionResetError:
        pass
    except TimeoutError:
        raise Violation(f"the connection stays open after {said[:200]!r}") from None
    return said


def statuses(said, head_only=False):
    found = []
    while said:
        head, _, said = said.partition(b"\r\n\r\n")
        first, *fields = head.decode("latin-1").split("\r\n")
        if not first.startswith("HTTP/1.1 "):
            raise Violation(f"not a status line: {first[:200]!r}")
        found.append(int(first.split()[1]))
        lengths = [int(f.split(":")[1]) for f in fields if f.lower().startswith("content-length:")]
        said = said if head_only else said[sum(lengths):]
    return found


def judge_http(port, data, want):
    got = statuses(exchange(port, data), head_only=data.startswith(b"HEAD"))
    fits = len(got) == len(want) and all(g == w or isinstance(w, set) and g in w for g, w in zip(got, want))
    if not fits:
        raise Violation(f"answered {got}, wanted {want}")
    if statuses(exchange(port, http())) != [200]:
        raise Violation("afterwards /livez no longer answers")


def judge_cut_off(port, data):
    """A body that ends early is never executed (RFC 9112, 8)."""
    with socket.create_connection(("127.0.0.1", port), timeout=REPLY_SECONDS) as client:
        client.sendall(data)
        client.shutdown(socket.SHUT_WR)
        if any(status < 400 for status in statuses(read_to_end(client))):
            raise Violation("a request that was cut off was answered as good")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_live(server, port):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if statuses(exchange(port, http())) == [200]:
                return
        except ConnectionRefusedError:
            time.sleep(0.05)
    raise Violation(f"the server does not answer (exit {server.poll()})")


def run_http(binary, rules, folder):
    db, port = folder / "http.db", free_port()
    command = [binary, "serve", "--db", str(db), "--rules", str(rules), "--listen", f"127.0.0.1:{port}", "--insecure-no-auth"]
    with open(folder / "log", "ab") as log:
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        wait_until_live(server, port)
        for name, data, want in REQUESTS:
            row(f"http: {name}", attempt(lambda: judge_http(port, data, want)))
        row("http: a body by length cut off", attempt(lambda: judge_cut_off(port, sized(HEALTH)[:-1])))
        row("http: a body in chunks cut off", attempt(lambda: judge_cut_off(port, chunked(CHUNK))))
        allow = exchange(port, http("DELETE /livez HTTP/1.1")).lower()
        row("http: 405 says what is allowed", None if b"\r\nallow:" in allow else f"got {allow[:300]!r}")
        server.send_signal(signal.SIGTERM)
        status = server.wait(timeout=30)
        row("http: SIGTERM", None if status == 0 else f"exit {status}")
    finally:
        server.kill()
        server.wait()
    row("http: verify", attempt(lambda: verify(binary, db)))
