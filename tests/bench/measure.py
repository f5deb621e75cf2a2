"""Times whole commands beside each other: medians of wall time, ratios, peak memory.

usage: measure.py BUILD DATA PROBLEMS...      called by run.sh
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

build, data, sizes = sys.argv[1], os.path.abspath(sys.argv[2]), sys.argv[3:]
sihu = os.path.abspath(os.path.join(build, "tools/sihu"))
in_one_file = os.path.abspath(os.path.join(build, "../static/tools/sihu"))
scan = os.path.abspath(os.path.join(build, "tests/bench_scan"))
generate = os.path.abspath(os.path.join(build, "tests/bench_generate"))
today = "2026-01-01"
os.environ.update(SIHU_AS="p900", SIHU_LANG="zh", XDG_STATE_HOME=os.path.join(data, "state"))
threads = os.sched_getaffinity(0)


def once(command, cwd, one_thread=False):
    """Wall seconds, peak KiB and the exit status of one run; its output goes to a file."""
    argv = ["sh", "-c", command] if isinstance(command, str) else command
    with open(os.path.join(data, "out"), "wb") as out, open(os.path.join(data, "err"), "wb") as err:
        begin = time.perf_counter()
        process = subprocess.Popen(
            argv, cwd=cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            preexec_fn=(lambda: os.sched_setaffinity(0, {min(threads)})) if one_thread else None)
        _, status, usage = os.wait4(process.pid, 0)
        return time.perf_counter() - begin, usage.ru_maxrss, os.waitstatus_to_exitcode(status)


def median(command, cwd, before=None, one_thread=False, warm=True, good=(0, 1)):
    if before is None and warm:
        once(command, cwd, one_thread)
    runs = []
    while True:
        if before:
            before()
        run = once(command, cwd, one_thread)
        if run[2] not in good:
            sys.exit(f"{command}: status {run[2]}: " + open(os.path.join(data, "err")).read(400))
        runs.append(run)
        enough = 15 if run[0] < 0.1 else 7 if run[0] < 1 else 3
        if len(runs) >= enough:
            return statistics.median(r[0] for r in runs), max(r[1] for r in runs)


def output():
    with open(os.path.join(data, "out"), "rb") as file:
        return file.read()


rows = []


def row(job, who, size, seconds, against=None, rss=None, target=None):
    """`target`: the ratio that is wanted at a million problems; said, never demanded."""
    rows.append((job, who, size, seconds, against, rss))
    ratio = f"{seconds / against[1]:8.3f} x {against[0]}" if against else ""
    if target:
        ratio += f"  (wanted: {target})"
    memory = f"{rss / 1024:7.0f} MiB" if rss else " " * 11
    print(f"{job:24} {who:34} {size:>8} {seconds * 1000:10.1f} ms {memory} {ratio}", flush=True)


def has(tool):
    return shutil.which(tool) is not None


def ledger_files(workspace):
    found = []
    for folder, _, names in os.walk(os.path.join(workspace, "ledger")):
        found += [os.path.join(folder, name) for name in sorted(names) if name.endswith(".tsv")]
    return sorted(found)


def forget(paths):
    """Drops the pages of files from the page cache."""
    for path in paths:
        with open(path, "rb") as file:
            os.fsync(file.fileno()) if os.access(path, os.W_OK) else None
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def databases(folder):
    """Current state for sqlite3: an index on (status, due), and one that covers the question."""
    made = os.path.join(folder, "plain.db"), os.path.join(folder, "covering.db")
    indexes = ("create index due on problem(status, due);",
               "create index due on problem(status, due, id, branch, severity, item, title, owner);")
    for path, index in zip(made, indexes):
        if os.path.exists(path):
            continue
        script = (".mode csv\ncreate table problem(id text primary key, branch text, status text, opened text,"
                  " due text, extensions int, severity text, item text, title text, owner text, text text)"
                  f" without rowid;\n.import --skip 1 {folder}/state.csv problem\n{index}\nanalyze;\n")
        subprocess.run(["sqlite3", path], input=script, text=True, check=True)
    return made


# The same question asked of the events: each problem's last standing and last due date.
folding_sql = f"""with standing as (
  select subject, max(case when event in ('problem.open', 'problem.submit', 'problem.verify', 'problem.reopen')
                           then at || event end) as last,
         max(case when event in ('problem.open', 'problem.grant', 'problem.reopen') then at || due end) as due
  from events group by subject)
select subject, substr(due, 25) from standing
where substr(last, 25) in ('problem.open', 'problem.reopen') and substr(due, 25) < '{today}' order by 2"""
overdue_sql = (f"select id, branch, item, title, severity, due, owner from problem "
               f"where status in ('open', 'disputed') and due < '{today}' order by status, due")


def events_database(folder):
    path = os.path.join(folder, "events.db")
    if not os.path.exists(path):
        script = (".mode csv\ncreate table events(at text, person text, event text, subject text, due text);\n"
                  f".import --skip 1 {folder}/events.csv events\n")
        subprocess.run(["sqlite3", path], input=script, text=True, check=True)
    return path


def duckdb(sql, folder):
    """DuckDB's own program, which Debian does not have."""
    return ["duckdb", "-csv", "-noheader", "-c", sql.replace("from problem", f"from read_csv('{folder}/state.csv', all_varchar=true)")
            .replace("from events", f"from read_csv('{folder}/events.csv', all_varchar=true)")]


def overdue_count():
    return sum(1 for line in output().splitlines() if re.match(rb"\d\dQ\d-", line))


def check_same(what, count, expected):
    if count != expected:
        sys.exit(f"{what} gives {count} overdue problems, expected {expected}")


def measure_due(folder, size, expected):
    workspace = os.path.join(folder, "workspace")
    files = ledger_files(workspace)
    snapshot = os.path.join(workspace, ".sihu", "snapshot")
    ask = [sihu, "due", "--overdue", "--format", "tsv", "--now", today]
    lines = median(["wc", "-l", *files], workspace)[0]
    row("limit", "wc -l", size, lines)
    row("limit", "cat", size, median(["sh", "-c", 'cat "$@" >/dev/null', "cat", *files], workspace)[0], ("wc -l", lines))
    row("limit", "bare line scan", size, median([scan, *files], workspace)[0], ("wc -l", lines))
    warm, rss = median(ask, workspace)
    check_same("sihu", overdue_count(), expected)
    row("due --overdue", "sihu, snapshot", size, warm, ("wc -l", lines), rss, 0.25)
    if has("sqlite3"):
        for path, name in zip(databases(folder), ("sqlite3, index", "sqlite3, covering index")):
            peer, _ = median(["sqlite3", "-separator", "\t", path, overdue_sql], folder)
            check_same(name, overdue_count(), expected)
            row("due --overdue", name, size, peer)
            row("due --overdue", "sihu, snapshot", size, warm, (name, peer), target=0.5 if "cov" in name else 0.12)
    if has("duckdb"):
        peer, _ = median(duckdb(overdue_sql, folder), folder)
        check_same("duckdb", overdue_count(), expected)
        row("due --overdue", "duckdb, state in CSV", size, peer)
        row("due --overdue", "sihu, snapshot", size, warm, ("duckdb", peer), target=0.02)
    if has("ledger"):
        peer, memory = median(["ledger", "-f", f"{folder}/journal", "register", "Problem", "--aux-date", "--pending", "-e",
                               today.replace("-", "/"), "--format", "%(code) %(account) %(date) %(payee)\n"], folder)
        check_same("ledger", overdue_count(), expected)
        row("due --overdue", "ledger, its own journal", size, peer, None, memory)
        row("due --overdue", "sihu, snapshot", size, warm, ("ledger", peer), target=0.0013)
    cold_lines, _ = median(["wc", "-l", *files], workspace, before=lambda: forget(files))
    cold, _ = median(ask, workspace, before=lambda: forget(files + [snapshot]))
    row("due, cold", "sihu, snapshot", size, cold, ("wc -l, cold", cold_lines), target=0.1)
    whole, rss = median([*ask, "--no-cache"], workspace)
    check_same("sihu --no-cache", overdue_count(), expected)
    row("due --no-cache", f"sihu, {len(threads)} threads", size, whole, ("wc -l", lines), rss, 2.5)
    folding = [("sqlite3, folding", lambda: ["sqlite3", events_database(folder), folding_sql], 0.05),
               ("duckdb, folding", lambda: duckdb(folding_sql, folder), 0.1)]
    for name, command, target in folding:
        if has(name.split(",")[0]):
            peer, memory = median(command(), folder)
            check_same(name, overdue_count(), expected)
            row("due --no-cache", name, size, peer, None, memory)
            row("due --no-cache", f"sihu, {len(threads)} threads", size, whole, (name, peer), rss, target)
    whole, rss = median([*ask, "--no-cache"], workspace, one_thread=True)
    row("due --no-cache", "sihu, 1 thread", size, whole, ("wc -l", lines), rss, 4)
    count = [sihu, "problems", "--counts", "--format", "tsv", "--now", today]
    counted, rss = median(count, workspace)
    answer = output()
    row("problems --counts", "sihu, snapshot", size, counted, ("wc -l", lines), rss, 0.1)
    counted, rss = median([*count, "--no-cache"], workspace)
    if output() != answer:
        sys.exit("problems --counts gives something else without the snapshot")
    row("problems --counts", f"sihu, no cache, {len(threads)} threads", size, counted, ("wc -l", lines), rss, 1.6)
    return warm


def measure_more(folder, size, warm, expected):
    """The same after 1 000 new lines in 20 files, on a copy."""
    copy = os.path.join(data, "more")
    shutil.rmtree(copy, ignore_errors=True)
    subprocess.run(["cp", "-a", folder, copy], check=True)
    workspace = os.path.join(copy, "workspace")
    ask = [sihu, "due", "--overdue", "--format", "tsv", "--now", today]
    shutil.rmtree(os.path.join(workspace, ".sihu"), ignore_errors=True)
    once(ask, workspace)
    subprocess.run([generate, "--more", copy], check=True)
    seconds, rss = median(ask, workspace)
    check_same("sihu after 1 000 lines", overdue_count(), expected + 500)
    row("due, 1 000 lines later", "sihu, snapshot", size, seconds, ("no new lines", warm), rss, 1.7)
    return copy


def measure_note(copy, size):
    workspace = os.path.join(copy, "workspace")
    once([sihu, "due", "--overdue", "--format", "tsv", "--now", today], workspace)
    subject = next(line.split(b"\t")[0].decode() for line in output().splitlines() if re.match(rb"\d\dQ\d-", line))
    os.environ["SIHU_DEVICE"] = "k7m2qx"
    note = [sihu, "rectify", "note", subject, "--note", "已约定周五补收", "--now", today]
    seconds, rss = median(note, workspace, good=(0,))
    against = None
    if has("sqlite3"):
        path = os.path.join(data, "insert.db")
        if os.path.exists(path):
            os.remove(path)
        subprocess.run(["sqlite3", path, "pragma journal_mode=wal; create table e(at, who, what, id, note)"],
                       stdout=subprocess.DEVNULL, check=True)
        insert = ["sqlite3", path, "pragma synchronous=full; insert into e values('2026-01-01', 'p900', 'note', '1', 'x')"]
        peer, _ = median(insert, data)
        row("one durable line", "sqlite3, WAL, FULL", size, peer)
        against = ("sqlite3", peer)
    row("one durable line", "sihu rectify note", size, seconds, against, rss, 0.5)
    if has("strace"):
        trace = os.path.join(data, "trace")
        subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=fsync,fdatasync,sync_file_range,syncfs", *note],
                       cwd=workspace, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        flushes = sum(1 for line in open(trace) if re.search(r"\b(fsync|fdatasync|syncfs)\(", line))
        print(f"{'one durable line':24} flushes: {flushes}")
    del os.environ["SIHU_DEVICE"]


def measure_whole(folder, size):
    workspace = os.path.join(folder, "workspace")
    files = ledger_files(workspace)
    bodies = os.path.join(data, "bodies")
    shutil.rmtree(bodies, ignore_errors=True)
    os.makedirs(bodies)
    for number, path in enumerate(files):
        with open(path, "rb") as source, open(os.path.join(bodies, f"{number:06}"), "wb") as target:
            source.readline()
            shutil.copyfileobj(source, target)
    peer, _ = median("LC_ALL=C sort -m -u *", bodies)
    expected = subprocess.run(["sha256sum", os.path.join(data, "out")], capture_output=True).stdout.split()[0]
    export, rss = median([sihu, "export", "--what", "events", "--format", "tsv", "-o", "-"], workspace)
    given = subprocess.run(["sha256sum", os.path.join(data, "out")], capture_output=True).stdout.split()[0]
    if given != expected:
        sys.exit("export and sort -m -u differ")
    shutil.rmtree(bodies)
    row("export events", "sort -m -u", size, peer)
    row("export events", "sihu, the same bytes", size, export, ("sort -m -u", peer), rss, 0.4)
    hashed, _ = median('cat "$@" | openssl dgst -sha256'.replace('"$@"', " ".join(files)) if len(files) < 500
                       else "find ledger -name '*.tsv' -print0 | sort -z | xargs -0 cat | openssl dgst -sha256", workspace)
    row("verify", "openssl sha256, 1 thread", size, hashed)
    verify, rss = median([sihu, "verify", "--now", today], workspace)
    row("verify", f"sihu, {len(threads)} threads", size, verify, ("sha256", hashed), rss, 1.3)


def measure_merge(folder, size):
    workspace = os.path.join(folder, "workspace")
    target = os.path.join(data, "target")

    def empty():
        shutil.rmtree(target, ignore_errors=True)
        os.makedirs(target)
        shutil.copy(os.path.join(workspace, "sihu.yaml"), target)

    one = os.path.join(data, "one")
    copied, _ = median(f"find {workspace}/ledger -name '*.tsv' -print0 | xargs -0 cat > {one} && sync {one}", data,
                       before=lambda: os.path.exists(one) and os.remove(one))
    os.remove(one)
    row("merge", "cat to a file, sync", size, copied)
    first, rss = median([sihu, "merge", workspace], target, before=empty)
    row("merge", "sihu, into an empty one", size, first, ("cat, sync", copied), rss, 1.5)
    again, rss = median([sihu, "merge", workspace], target)
    row("merge", "sihu, again", size, again, ("the first", first), rss, 0.05)
    shutil.rmtree(target)


def measure_start():
    tiny = os.path.join(data, "tiny")
    shutil.rmtree(tiny, ignore_errors=True)
    subprocess.run([sihu, "init", tiny, "--template", "minimal"], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)
    against = ("git --version", median(["git", "--version"], tiny)[0]) if has("git") else None
    for program, name, target in ((sihu, "sihu due, nothing there", 2.5), (in_one_file, "the same, in one file", 1.2)):
        if os.path.exists(program):
            seconds, rss = median([program, "due"], tiny)
            row("start", name, "-", seconds, against, rss, target)


def measure_few(folder, size):
    """With as many overdue as the smallest ledger has."""
    workspace = os.path.join(folder, "workspace")
    seconds, rss = median([sihu, "due", "--overdue", "--format", "tsv", "--now", today], workspace)
    facts = dict(line.split() for line in open(os.path.join(folder, "facts")))
    check_same("sihu", overdue_count(), int(facts["overdue"]))
    row("due, equally many", "sihu, snapshot", size, seconds, (f"{sizes[0]} problems", warm[sizes[0]]), rss, 1.5)


warm = {}
for size in sizes:
    folder = os.path.join(data, size)
    facts = dict(line.split() for line in open(os.path.join(folder, "facts")))
    expected = int(facts["overdue"])
    warm[size] = measure_due(folder, size, expected)
    copy = measure_more(folder, size, warm[size], expected)
    measure_note(copy, size)
    measure_whole(folder, size)
    if subprocess.run([sihu, "help", "merge"], capture_output=True).returncode == 0:
        measure_merge(folder, size)
    shutil.rmtree(copy)
few = os.path.join(data, sizes[-1] + "-few")
if os.path.exists(few):
    measure_few(few, sizes[-1])
measure_start()
for small, large in zip(sizes, sizes[1:]):
    print(f"due --overdue: {large} against {small} problems: {warm[large] / warm[small]:.2f}")
