"""Damaged, foreign and missing files, each with the exit code it must get."""
import hashlib
import shutil
import sqlite3
import subprocess
from pathlib import Path

from engine import PATIENCE_SECONDS, Stdio, Violation
from hostile_lines import Door
from hostile_rows import attempt, row, stdio_once

USAGE, BAD_DATA, CANNOT_CREATE, TRY_AGAIN = 64, 65, 73, 75  # sysexits.h


def says_why(said, want):
    """One line; only a list of mistakes, and the usage, go on below it."""
    if not said or "Fatal error" in said:
        return False
    return want == USAGE or all(line.startswith("  ") for line in said.split("\n")[1:])


def refuses(name, run, want):
    """The program ends with the wanted code, a line that says why, and nothing on stdout."""
    said = run.stderr.decode(errors="replace").strip()
    problem = None
    if run.returncode != want:
        problem = f"exit {run.returncode}, wanted {want}: {said[:300]}"
    elif run.stdout:
        problem = f"something on stdout: {run.stdout[:200]!r}"
    elif not says_why(said, want):
        problem = f"not one line that says why, with details indented: {said[:600]!r}"
    row(f"file: {name}", problem)


def refuses_untouched(name, db, start, want):
    before = digest(db)
    refuses(name, start(), want)
    row(f"file: {name}: the database is as before", None if digest(db) == before else "its bytes have changed")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def new_database(binary, rules, db):
    run = stdio_once(binary, db, rules)
    if run.returncode != 0:
        raise Violation(f"a new database: exit {run.returncode}: {run.stderr.decode(errors='replace')[:600]}")
    return db


def run_files(binary, rules, folder):
    db = new_database(binary, rules, folder / "good.db")
    newer = new_database(binary, rules, folder / "newer.db")
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 1000000")
    connection.close()
    refuses_untouched("a database of a newer version", newer, lambda: stdio_once(binary, newer, rules), BAD_DATA)

    text = folder / "text.db"
    text.write_text("Dear diary, this is no database.\n" * 200)
    refuses_untouched("a text file for a database", text, lambda: stdio_once(binary, text, rules), BAD_DATA)

    with Stdio(binary, db, rules, folder / "log") as first:
        Door(first).call("system.health")
        refuses_untouched("a database in use", db, lambda: stdio_once(binary, db, rules), TRY_AGAIN)
        row("file: the first writer goes on", attempt(lambda: Door(first).call("system.health")))
        row("file: and ends well", attempt(first.close))

    for name, change in RULE_MISTAKES:
        copy = Path(shutil.copytree(rules, folder / f"rules-{name.replace(' ', '-')}"))
        program = copy / "program.json"
        program.write_text(change(program.read_text()))
        refuses_untouched(f"rules with {name}", db, lambda: stdio_once(binary, db, copy), BAD_DATA)
    refuses_untouched("no rules", db, lambda: stdio_once(binary, db, folder / "nowhere"), BAD_DATA)

    astray = folder / "nowhere" / "p.db"
    refuses("a database in a missing folder", stdio_once(binary, astray, rules), CANNOT_CREATE)
    row("file: and the folder is still missing", "it was made" if astray.parent.exists() else None)

    for name, arguments in (("an unknown command", ["steal"]), ("an unknown option", ["stdio", "--db", str(db), "--rules", rules, "--colour", "red"]), ("no database named", ["stdio", "--rules", rules])):
        run = subprocess.run([binary, *arguments], input=b"", capture_output=True, timeout=PATIENCE_SECONDS)
        refuses(name, run, USAGE)


RULE_MISTAKES = [
    ("broken JSON", lambda text: text[:len(text) // 2]),
    ("a misspelt key", lambda text: text.replace('"currency"', '"curency"')),
    ("a wrong type", lambda text: text.replace('"JPY"', "7")),
]
