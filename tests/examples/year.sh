#!/bin/sh
# A whole year, replayed, says what examples/year/expected/ says: year.sh PROGRAM SOURCE [--update]
# 重放一年，通报、考核、问题清单、整改台账与 expected/ 逐字相同。--update 重写 expected/。
set -eu
program=$1
example=$2/examples/year
update=${3:-}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" HOME="$work" SIHU_LANG=zh
"$example/replay.sh" "$work/year" "$program" >"$work/fingerprints"
cd "$work/year"
export SIHU_NOW=2026-12-31T12:00

failed=0
check() {  # check FILE COMMAND...: what the command writes is what the file has
  file=$example/expected/$1
  shift
  "$@" >"$work/found" 2>"$work/err" || true
  if [ -n "$update" ]; then
    cp "$work/found" "$file"
  elif cmp -s "$work/found" "$file"; then
    echo "ok: ${file##*/}"
  else
    echo "FAILED: ${file##*/}"
    cat "$work/err"
    diff "$file" "$work/found" | head -40
    failed=$((failed + 1))
  fi
}

mkdir -p "$example/expected"
check fingerprints.txt cat "$work/fingerprints"
seal() { sed -n "$1s/^[^0-9a-f]*//p" "$work/fingerprints"; }
for number in 1 2 3 4; do
  check "bulletin-2026Q$number.zh.md" env -u SIHU_NOW "$program" report "2026Q$number" --seal "$(seal $number)"
done
check bulletin-2026Q4.en.md env -u SIHU_NOW "$program" --lang en report 2026Q4 --seal "$(seal 4)"
check ranking-2026Q4.csv "$program" tally 2026Q4 --format csv
for half in 2026H1 2026H2; do
  check "appraisal-$half.zh.md" "$program" appraise "$half" --format md
  check "appraisal-$half.en.md" "$program" --lang en appraise "$half" --format md
done
check problems.csv "$program" problems --layout list --format csv
check ledger.zh.csv "$program" problems --layout ledger --format csv
check ledger.en.csv "$program" --lang en problems --layout ledger --format csv
check roster.csv "$program" roster --format csv

# A sealed bulletin says the same in every format that needs no other program, and nothing is amiss.
for format in html json xlsx; do
  "$program" report 2026Q4 -o "$work/bulletin.$format" 2>"$work/err" || { cat "$work/err"; failed=$((failed + 1)); }
  [ -s "$work/bulletin.$format" ] || { echo "FAILED: bulletin.$format is empty"; failed=$((failed + 1)); }
done
"$program" verify >"$work/found" 2>&1 || { echo "FAILED: verify"; cat "$work/found"; failed=$((failed + 1)); }
[ "$failed" = 0 ]
