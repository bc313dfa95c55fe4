"""The doors of a program that many writers use at once: HTTP with a connection each, or one pipe that they share."""
import http.client
import json
import re
import signal
import subprocess
import threading

from engine import PATIENCE_SECONDS, Stdio, Violation, request

ROUTES = {
    "points.grant": "/v1/members/{member}/grants", "purchase.record": "/v1/purchases",
    "hold.place": "/v1/holds", "hold.release": "/v1/holds/{hold}/release",
}


class HTTPDoor:
    """One connection a writer; every other command goes to its resource, the others to /rpc."""

    def __init__(self, options, db, log):
        self.options, self.log, self.local = options, log, threading.local()
        words = [options.binary, "serve", "--db", str(db), "--rules", options.rules, "--listen", "127.0.0.1:0", "--insecure-no-auth", "--peer-connections", str(options.writers + 8)]
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = self.process.stderr.readline()
        self.port = int(said.rsplit(":", 1)[-1]) if "listening on" in said else None
        if self.port is None:
            self.kill()
            raise Violation(f"the server does not listen: {said}")

    def ask(self, method, params):
        if not hasattr(self.local, "connection"):
            self.local.connection, self.local.count = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS), 0
        self.local.count += 1
        if method not in ROUTES or self.local.count % 2:
            status, reply = self.post("/rpc", request(self.local.count, method, params), {})
            if status != 200 or reply.get("id") != self.local.count:
                raise Violation(f"/rpc: {status} {reply}")
            return reply
        body = dict(params)
        path = re.sub(r"\{(\w+)\}", lambda name: body.pop(name[1]), ROUTES[method])
        fields = {"Idempotency-Key": body.pop("idempotencyKey")} if self.local.count % 4 else {}
        status, reply = self.post(path, json.dumps(body).encode(), fields)
        return {"result": reply} if status == 200 else {"error": {"data": {**reply, "type": reply.get("code")}}}

    def post(self, path, body, fields):
        self.local.connection.request("POST", path, body, {"Content-Type": "application/json", **fields})
        response = self.local.connection.getresponse()
        return response.status, json.loads(response.read())

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(PATIENCE_SECONDS) != 0:
            raise Violation(f"serve: exit {self.process.returncode}: {self.process.stderr.read()[-600:]}")

    def kill(self):
        self.process.kill()
        self.process.wait()


class PipeDoor:
    """All writers on one pipe; a reader hands out the answers, which come in the order asked."""

    def __init__(self, options, db, log):
        self.engine = Stdio(options.binary, db, options.rules, log)
        self.turn, self.count, self.waiting = threading.Lock(), 0, {}
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def ask(self, method, params):
        arrived, place = threading.Event(), []
        with self.turn:
            self.count += 1
            self.waiting[self.count] = (arrived, place)
            self.engine.process.stdin.write(request(self.count, method, params))
            self.engine.process.stdin.flush()
        if not arrived.wait(PATIENCE_SECONDS) or not place:
            raise Violation(f"no answer to {method} {params}{self.engine.last_words()}")
        return place[0]

    def read(self):
        expected = 0
        while reply := self.engine.read():
            expected += 1
            arrived, place = self.waiting.pop(expected)
            if reply["id"] == expected:
                place.append(reply)
            arrived.set()

    def close(self):
        self.engine.process.stdin.close()
        self.reader.join(PATIENCE_SECONDS)
        if self.engine.process.wait(PATIENCE_SECONDS) != 0:
            raise Violation(f"stdio: exit {self.engine.process.returncode}{self.engine.last_words()}")
        self.engine.watchdog.cancel()

    def kill(self):
        self.engine.kill()
