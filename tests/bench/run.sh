#!/bin/sh
# usage: tests/bench/run.sh [--install] [PROBLEMS...]
# Builds Release and the program in one file, generates ledgers (10 000, 100 000 and 1 000 000 problems
# unless told otherwise), measures sihu beside public tools and the machine's own limits on the same data in the same run, checks that all
# give the same answer, and prints one table of medians and ratios. --install gets the peers it would use.
set -eu
cd "$(dirname "$0")/../.."
peers='sqlite3 ledger strace git'
if [ "${1-}" = --install ]; then
  shift
  if [ "$(id -u)" = 0 ]; then apt-get install -y $peers; else sudo apt-get install -y $peers; fi
fi
for peer in $peers; do
  command -v "$peer" >/dev/null || echo "$peer is not installed and will be skipped (--install gets it)" >&2
done
command -v duckdb >/dev/null || echo "duckdb is not installed and will be skipped (Debian does not have it)" >&2
sh cmake/install-packages.sh build test static
launcher=
if command -v ccache >/dev/null; then launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
cmake --preset release $launcher >/dev/null
cmake --build build/release --target sihu bench_generate bench_scan
cmake --preset static $launcher >/dev/null
cmake --build build/static --target sihu
data=${SIHU_BENCH_DATA:-build/bench}
mkdir -p "$data"
[ $# -gt 0 ] || set -- 10000 100000 1000000
for problems in "$@"; do
  [ -f "$data/$problems/facts" ] || build/release/tests/bench_generate "$problems" "$data/$problems"
done
# The largest once more, with no more overdue than the smallest has: what an answer of that size costs there.
if [ $# -gt 1 ]; then
  few=$(sed -n 's/^overdue //p' "$data/$1/facts")
  [ -f "$data/$problems-few/facts" ] || build/release/tests/bench_generate "$problems" "$data/$problems-few" "$few"
fi
exec python3 tests/bench/measure.py build/release "$data" "$@"
