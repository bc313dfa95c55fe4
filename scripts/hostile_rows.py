"""What the parts of `hostile` share: counting rows, and running one `meguri stdio`."""
import subprocess

from engine import PATIENCE_SECONDS, Violation

AT = "2026-06-01T09:00:00+09:00"
COUNTS = {"passed": 0, "failed": 0}


def row(name, problem):
    """Counts one row; `problem` says what is not so, or is None."""
    if problem is None:
        COUNTS["passed"] += 1
    else:
        COUNTS["failed"] += 1
        print(f"NOT SO: {name}: {problem}", flush=True)


def stdio_once(binary, db, rules, lines=b""):
    command = [binary, "stdio", "--db", str(db), "--rules", str(rules)]
    return subprocess.run(command, input=lines, capture_output=True, timeout=PATIENCE_SECONDS)


def attempt(action):
    """What is not so about `action`, or None."""
    try:
        action()
        return None
    except (Violation, OSError, subprocess.SubprocessError) as problem:
        return str(problem)
