#!/bin/sh
# Of hundreds of branches, so many that threads share the work, a tally and a bulletin are what one processor makes of
# them: branches.sh PROGRAM SOURCE
# 几百个支部、由多个线程汇总时，得分和通报与只用一个处理器时逐字相同。
set -eu
program=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" HOME="$work" SIHU_LANG=zh
"$source/examples/year/replay.sh" "$work/year" "$program" >/dev/null
python3 "$source/tests/bench/branches.py" "$work/year" "$work/many" 70
cd "$work/many"
lines=$(cat ledger/*/*.tsv | wc -l)
[ "$lines" -gt 20000 ] || { echo "FAILED: $lines lines are not worth a thread"; exit 1; }
export SIHU_NOW=2026-12-31T12:00
first=$(taskset -cp $$ | sed 's/.*: *\([0-9]*\).*/\1/')

failed=0
alike() {  # alike COMMAND...: whatever the number of processors
  "$program" "$@" >"$work/shared" 2>"$work/shared.err" || true
  taskset -c "$first" "$program" "$@" >"$work/alone" 2>"$work/alone.err" || true
  if [ -s "$work/shared" ] && cmp "$work/shared" "$work/alone" && cmp "$work/shared.err" "$work/alone.err"; then
    echo "ok: $*"
  else
    echo "FAILED: $*"
    failed=$((failed + 1))
  fi
}
alike tally 2026Q4 --format json
alike report 2026Q4 --format json
alike report 2026Q4 --format html
[ "$failed" = 0 ]
