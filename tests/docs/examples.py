#!/usr/bin/env python3
"""Examples work as they stand: those of every command's help, in both languages, are pasted into a fresh demo.

usage: examples.py SIHU [COMMAND WORDS...]     only that command, and show what its examples say

帮助里的示例照抄就能用：每条命令的示例，中英文都在新建的演练工作区里运行一遍。
"""
import concurrent.futures
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile

# Who types an example that has no --as, by the beginning of the command; the longest that fits.
PEOPLE = {
    "": "p900",  # committee
    "check": "p003",  # inspector of branch 1
    "check confirm": "p011",  # secretary of branch 5
    "check settle": "p002",  # leader of branch 1
    "check sign": "p002",
    "learn drill": "p013",
    "me": "",  # nobody is known yet
    "rectify assign": "p020",  # secretary of branch 9
    "rectify dispute": "p004",  # secretary of branch 2
    "rectify extend": "p004",
    "rectify note": "p014",  # secretary of branch 6
    "rectify reject": "p003",
    "rectify submit": "p020",
    "rectify verify": "p003",
    "test take": "p013",
}

# What a person fills in between two examples: of a form that one of them wrote, the columns of each row.
FILLED = {"basics.csv": {"result": "pass"}, "sheets.csv": {"C1": "4", "C2": "5", "C3": "3"}}

# What a demo can't have: how an example begins, and why. Its command line has to be right all the same.
EXCEPTIONS = {
    "sihu appraise appeal ": "nothing is published before the half-year is over",
    "sihu appraise decide 2026H2 p003 --within ": "equals at the line are known when all are appraised",
    "sihu appraise publish ": "the half-year is not over, and not everybody is appraised",
    "sihu archive ": "a demo is younger than any time for which a ledger is kept",
    "sihu merge inbox/": "what colleagues sent",
    "sihu merge 来件/": "what colleagues sent",
    "sihu remind --as ": "a demo has no program that delivers",
    "sihu report 2026Q3 -o bulletin.pdf": "needs Chromium",
    "sihu report 2026Q3 -o 通报.pdf": "needs Chromium",
    "sihu report 2026Q3 --seal ": "the fingerprint of another ledger",
    "sihu review result 2026Q4 --record ": "nobody has handed in a sheet in a demo",
    "sihu tally --from ": "another city's results",
    "sihu test mark 2026Q4 quarter --points ": "the demo's paper asks for no short answers",
}

NOW = "2026-10-12T09:30"  # the day on which the demo begins
DEVICE = "q7u2ck"
SECONDS = 120  # for one example, also on a machine that has much else to do; status 124 after that


class Program:
    """The program under test, called `sihu` by the examples; no other is found, so none is started that takes long."""

    def __init__(self, path, place):
        self.desk = os.path.join(place, "first", "desk")  # where the demo is made, and help is asked for
        self.path = os.path.join(place, "bin")
        self.helps = {}
        os.makedirs(self.desk)
        os.mkdir(self.path)
        os.symlink(os.path.abspath(path), os.path.join(self.path, "sihu"))

    def environment(self, home, lang, person):
        kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
        told = {"SIHU_AS": person} if person else {}
        return {**kept, **told, "PATH": self.path, "HOME": home, "XDG_STATE_HOME": os.path.join(home, "state"),
                "LC_ALL": "C.UTF-8", "TERM": "dumb", "COLUMNS": "200", "TZ": "Asia/Shanghai", "SIHU_LANG": lang,
                "SIHU_NOW": NOW, "SIHU_DEVICE": DEVICE}

    def run(self, line, folder, lang, person=""):
        """What a shell does with the line: the status, what was written, and what was complained about."""
        home = os.path.join(os.path.dirname(folder), "home")
        os.makedirs(home, exist_ok=True)
        done = subprocess.run(["/usr/bin/timeout", "-k", "5", str(SECONDS), "/bin/bash", "-c", line], cwd=folder,
                              stdin=subprocess.DEVNULL, capture_output=True, env=self.environment(home, lang, person))
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def help_of(program, command, lang):
    """The help of a command, asked for once."""
    if (command, lang) not in program.helps:
        _, text, _ = program.run(f"sihu {command} --help", program.desk, lang)
        program.helps[command, lang] = text
    return program.helps[command, lang]


def commands(program, words=()):
    """Every command and group, as help lists them."""
    text = help_of(program, " ".join(words), "en")
    if words:
        yield " ".join(words)
        text = text.partition("\ncommands\n")[2].partition("\n\n")[0]
    else:
        text = text.partition("\n\n")[2].partition("\nglobal options\n")[0]
    for word in re.findall(r"^  ([a-z-]+)  ", text, re.MULTILINE):
        yield from commands(program, (*words, word))


def examples(program, command, lang):
    """The examples of a command's help: each line that is typed, with the lines that it is said to answer."""
    block = re.search(r"\n(?:示例|example)\n((?:  .*\n)+)", help_of(program, command, lang))
    found = []
    for line in block[1].splitlines() if block else []:
        line = line[2:]
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and not line.startswith("#"):
            found[-1][1].append(line)
    return found


def person_of(command):
    words = command.split()
    while " ".join(words) not in PEOPLE:
        words.pop()
    return PEOPLE[" ".join(words)]


def fill_in(path, filled):
    with open(path, encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    for row in rows:
        if not row[0].startswith("#"):
            for column, value in filled.items():
                row[head.index(column)] = value
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


class Trial:
    """The examples of one command in one language, one after the other, in a demo of their own."""

    def __init__(self, program, command, lang):
        self.program, self.command, self.lang = program, command, lang
        self.ran, self.excepted, self.said, self.faults = 0, [], [], []

    def fault(self, line, what):
        self.faults.append(f"sihu {self.command} --help --lang {self.lang}\n  $ {line}\n    {what}")

    def judge(self, line, status, complaint):
        reason = next((start for start in EXCEPTIONS if line.startswith(start)), None)
        if reason:
            self.excepted.append(reason)
            if status in (0, 1):
                self.fault(line, f"works, and need not be excepted: {EXCEPTIONS[reason]}")
        if status not in ((0, 1, 3, 4, 5) if reason else (0, 1)):
            self.fault(line, f"status {status}: {complaint.strip()}")

    def paste(self, line, answer, folder):
        forms = {name for name in FILLED if not os.path.exists(os.path.join(folder, name))}
        typed = line.replace("/media/usb", os.path.join(os.path.dirname(folder), "usb"))
        status, out, complaint = self.program.run(typed, folder, self.lang, person_of(self.command))
        self.said.append(f"$ {line}\n{out}{complaint}? {status}")
        self.ran += 1
        self.judge(line, status, complaint)
        for part in answer:
            if part not in out + complaint:
                self.fault(line, f"does not say: {part}")
        for name in forms:
            if os.path.exists(os.path.join(folder, name)):
                fill_in(os.path.join(folder, name), FILLED[name])

    def go(self, demo, place):
        place = tempfile.mkdtemp(dir=place)
        folder = os.path.join(place, "demo")
        shutil.copytree(demo, folder)
        os.mkdir(os.path.join(place, "usb"))
        found = examples(self.program, self.command, self.lang)
        if not found:
            self.fault("", "has no example")
        for line, answer in found:
            self.paste(line, answer, folder)
        shutil.rmtree(place)
        return self


def main(path, only):
    with tempfile.TemporaryDirectory(prefix="sihu-examples-") as place:
        program = Program(path, place)
        demo = os.path.join(program.desk, "demo")
        status, _, complaint = program.run("sihu -q init demo --demo", program.desk, "zh")
        if status:
            sys.exit(f"no demo: status {status}: {complaint}")
        names = [name for name in commands(program) if not only or name == only]
        if not names:
            sys.exit("no command found in the help")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            trials = list(pool.map(lambda trial: trial.go(demo, place),
                                   [Trial(program, name, lang) for name in names for lang in ("zh", "en")]))
    if only:
        print("\n".join(said for trial in trials for said in trial.said))
    faults = [fault for trial in trials for fault in trial.faults]
    excepted = [start for trial in trials for start in trial.excepted]
    if not only:
        faults += [f"no example begins so: {start}" for start in EXCEPTIONS if start not in excepted]
    ran = sum(trial.ran for trial in trials)
    print("\n".join(faults + [f"{ran} examples of {len(names)} commands ran, {len(excepted)} of them may fail, "
                              f"{len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], " ".join(sys.argv[2:])))
