"""Speaks JSON-RPC over stdin/stdout to a `meguri` process; shared by the scripts beside it."""
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 300


class Violation(Exception):
    """Something the engine must never do."""


def default_binary():
    release = ROOT / ".build/release/meguri"
    return str(release if release.exists() else ROOT / ".build/debug/meguri")


def add_common_options(parser):
    parser.add_argument("--binary", default=default_binary(), help="the meguri to run (default: %(default)s)")
    parser.add_argument("--rules", default=str(ROOT / "Rules"), help="its rules (default: %(default)s)")


def stop_children_when_ended():
    """Turns SIGTERM into an ordinary exit, so that no `meguri` that was started is left behind."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def checked_binary(parser, options):
    if not os.access(options.binary, os.X_OK):
        parser.error(f"{options.binary} is not there: build it with `swift build`, or name it with --binary")
    return os.path.abspath(options.binary)


def request(number, method, params):
    message = {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


class Stdio:
    """One `meguri stdio`; its log goes to `log`. A process that hangs is killed, which ends its output."""

    def __init__(self, binary, db, rules, log, *options):
        with open(log, "ab") as stderr:
            self.process = subprocess.Popen(
                [binary, "stdio", "--db", str(db), "--rules", str(rules), *map(str, options)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr)
        self.log = log
        self.watchdog = threading.Timer(PATIENCE_SECONDS, self.process.kill)
        self.watchdog.daemon = True
        self.watchdog.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def feed(self, data):
        """Writes from a thread of its own, so that reading can go on meanwhile."""
        def write():
            try:
                self.process.stdin.write(data)
                self.process.stdin.flush()
            except (BrokenPipeError, ValueError):
                pass  # The process was killed while we wrote: that is what the crash run does.
        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        return writer

    def read(self):
        """The next reply, or None when the output has ended. A line cut off by a kill is no reply."""
        line = self.process.stdout.readline()
        if not line.endswith(b"\n"):
            return None
        try:
            return json.loads(line)
        except ValueError:
            raise Violation(f"a line on stdout is not JSON: {line[:200]!r}") from None

    def ask_all(self, requests):
        """Sends all requests (bytes), returns as many replies."""
        writer = self.feed(b"".join(requests))
        replies = []
        for _ in requests:
            reply = self.read()
            if reply is None:
                raise Violation(f"the process ended after {len(replies)} of {len(requests)} replies{self.last_words()}")
            replies.append(reply)
        writer.join()
        return replies

    def close(self):
        """Ends the input; everything must have been answered, with exit 0."""
        self.process.stdin.close()
        rest = self.process.stdout.read()
        status = self.process.wait()
        self.watchdog.cancel()
        if rest or status:
            raise Violation(f"end of input: exit {status}, {len(rest)} bytes nobody asked for{self.last_words()}")

    def kill(self):
        self.watchdog.cancel()
        self.process.kill()
        self.process.wait()

    def last_words(self):
        with open(self.log, "rb") as log:
            tail = log.read()[-600:].decode(errors="replace").strip()
        return f"; its log ends: {tail}" if tail else ""


def verify(binary, db):
    """Runs `meguri verify` in a process of its own: a connection kept open here could hide damage."""
    run = subprocess.run([binary, "verify", "--db", str(db)], capture_output=True, timeout=PATIENCE_SECONDS)
    if run.returncode != 0:
        said = (run.stdout + run.stderr).decode(errors="replace").strip()[-1000:]
        raise Violation(f"verify: exit {run.returncode}: {said}")
