"""Makes a workspace of thousands of branches out of the year that examples/year replays: its last
two quarters' inspections and problems, its four branches as often as one wants, with real chains.

usage: branches.py YEAR FOLDER [GROUPS]      GROUPS: how often, 1 250 (5 000 branches) unless said
"""
import hashlib
import re
import shutil
import sys
from pathlib import Path

year, folder = Path(sys.argv[1]), Path(sys.argv[2])
groups = int(sys.argv[3]) if len(sys.argv) > 3 else 1250
quarters = ["2026Q3", "2026Q4"]
kept_events = ("check.", "problem.", "practice.")
letters = "23456789abcdefghjkmnpqrstuvwxyz"  # of ids of devices


def device(group):
    number, name = group, ""
    for _ in range(5):
        number, letter = divmod(number, len(letters))
        name = letters[letter] + name
    return "k" + name


def renamed(text, group):
    """With the branches, people and device of that group."""
    text = re.sub(r"\bzb0([1-4])\b", lambda id: f"z{group:04d}{id[1]}", text)
    text = re.sub(r"\bp0([1-4])([12])\b", lambda id: f"p{group:04d}{id[1]}{id[2]}", text)
    text = re.sub(r"第(.)党支部", lambda name: f"第{group}{name[1]}党支部", text)
    text = re.sub(r"Branch (\d)", lambda name: f"Branch {group}-{name[1]}", text)
    return text.replace("k7m2qx", device(group))


def lines_of(quarter):
    """Header lines first, then what happened, in the order of time: line and name of its file."""
    return sorted((line, file.name)
                  for file in (year / "ledger" / quarter).glob("*.tsv")
                  for line in file.read_text().splitlines()
                  if line.startswith("#") or line.split("\t")[2].startswith(kept_events))


def write_group(quarter, lines, group):
    files, checks, tails = {}, {}, {}
    for line, name in lines:
        body, old = renamed(line.rsplit("\t", 1)[0], group), line.rsplit("\t", 1)[1]
        body = re.sub(r"\bafter=([0-9a-f]{16})", lambda after: "after=" + checks[after[1]], body)
        check = hashlib.sha256((tails.get(name, "") + body).encode()).hexdigest()[:16]
        checks[old] = tails[name] = check
        files.setdefault(name, []).append(f"{body}\t{check}\n")
    for name, texts in files.items():
        (folder / "ledger" / quarter / renamed(name, group)).write_text("".join(texts))


def every_group(lines):
    return "".join(renamed(line, group) for group in range(groups) for line in lines)


def write_plan(quarter):
    rows = (year / "plans" / f"{quarter}.yaml").read_text().splitlines(keepends=True)
    checks = [row for row in rows if row.startswith("  - {mutual: check")]
    (folder / "plans" / f"{quarter}.yaml").write_text(f"plan: {quarter}\nrows:\n" + every_group(checks))


def write_organisation():
    head, branches, people, rest = re.split(r"^branches:\n|^people:\n|^(?=quarter:)",
                                            (year / "sihu.yaml").read_text(), flags=re.M)
    of_groups = [line for line in people.splitlines(keepends=True) if "branch:" in line]
    committee = [line for line in people.splitlines(keepends=True) if "branch:" not in line]
    (folder / "sihu.yaml").write_text(
        head + "branches:\n" + every_group(branches.splitlines(keepends=True)) + "people:\n" +
        every_group(of_groups) + "".join(committee) + rest)


if folder.exists():
    sys.exit(f"{folder} is there already")
for name in ["calendars", "checklists", "evidence", "plans"]:
    shutil.copytree(year / name, folder / name)
for old in (folder / "plans").iterdir():
    old.unlink()
for quarter in quarters:
    (folder / "ledger" / quarter).mkdir(parents=True)
    lines = lines_of(quarter)
    for group in range(groups):
        write_group(quarter, lines, group)
    write_plan(quarter)
write_organisation()
