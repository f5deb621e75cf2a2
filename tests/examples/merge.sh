#!/bin/sh
# The recipe that merges branches, with fifty of them: merge.sh PROGRAM SOURCE
# 五十个支部的台账，真的记录、真的打包、真的合并，再核对每个数字。
set -eu
program=$1
recipe=$2/examples/merge/merge-branches.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" HOME="$work" SIHU_NOW=2026-10-20T09:00 SIHU_LANG=en
mkdir "$work/bin" "$work/收件 箱" "$work/hq"
ln -s "$program" "$work/bin/sihu"
PATH="$work/bin:$PATH"

failed=0
check() {  # check WHAT EXPECTED FOUND
  if [ "$2" = "$3" ]; then
    echo "ok: $1"
  else
    echo "FAILED: $1: expected [$2], found [$3]"
    failed=$((failed + 1))
  fi
}

{
  echo 'sihu: 1'
  echo 'organisation: {id: fifty, name: 五十个支部}'
  echo 'practice: true'
  echo 'branches:'
  for i in $(seq -w 1 50); do echo "  - {id: zb$i, name: 第${i}党支部}"; done
  echo 'people:'
  for i in $(seq -w 1 50); do echo "  - {id: p$i, name: 检查员$i, branch: zb$i, roles: [inspector, secretary]}"; done
} >"$work/hq/sihu.yaml"
mkdir "$work/hq/checklists"
cat >"$work/hq/checklists/dues.yaml" <<'LIST'
checklist: dues
version: '1'
title: 党费收缴
full: 3
items:
  - {id: DF-01, title: 一, points: 1, due: 5d}
  - {id: DF-02, title: 二, points: 1, due: 15d}
  - {id: DF-03, title: 三, points: 1, due: 15d}
LIST

# Each inspects the next; one finding in the first third, two in the second, three in the last. The odd ones hand in that
# the first is rectified.
letters=abcdefghjkmnpqrstuvwxyz
expected=$work/expected
: >"$expected"
for i in $(seq 1 50); do
  branch=$(printf 'zb%02d' $((i % 50 + 1)))
  home=$work/branches/$i
  mkdir -p "$work/branches" && cp -R "$work/hq" "$home"
  device=$(printf '%s%s' "$(echo $letters | cut -c $((i % 23 + 1)))" "$(echo $letters | cut -c $((i / 23 + 1)))")2222
  findings=$(((i - 1) / 17 + 1))
  { echo item,result,note; for n in $(seq 1 $findings); do echo "DF-0$n,fail,问题$n"; done; } >"$work/answers.csv"
  SIHU_DEVICE=$device sihu check run "$branch" -C "$home" --checklist dues --as "p$(printf %02d "$i")" \
    --answers "$work/answers.csv" -q >/dev/null
  submitted=0
  if [ $((i % 2)) = 1 ]; then
    submitted=1
    SIHU_DEVICE=$device sihu rectify submit "26Q4-$branch-$device-1" -C "$home" --as "p${branch#zb}" --note 已整改 -q >/dev/null
  fi
  echo "$branch,$findings,$((findings - submitted)),$submitted,0,0,0,0" >>"$expected"
  cd "$work/branches"
  case $((i % 4)) in
    0) (cd "$i" && zip -qr "$work/收件 箱/$i.zip" ledger evidence) ;;
    1) tar czf "$work/收件 箱/$i.tar.gz" "$i" ;;
    2) cp -R "$i" "$work/收件 箱/$i" ;;
    3) cp "$i"/ledger/2026Q4/*.tsv "$work/收件 箱/" ;;
  esac
  cd "$work"
done
{ echo branch,problems,open,submitted,disputed,closed,withdrawn,overdue; LC_ALL=C sort "$expected"; } >"$work/counts"
cp -R "$work/hq" "$work/again"

sh "$recipe" "$work/hq" "$work/收件 箱" >"$work/out" && status=0 || status=$?
check "fifty branches merge" 0 "$status"
check "the counts are those that were recorded" "" "$(sed '1,/^$/d' "$work/out" | diff - "$work/counts")"
check "all problems are listed" 99 "$(sed '/^$/,$d' "$work/out" | tail -n +2 | wc -l | tr -d ' ')"
check "the ledger is whole" 0 "$(sihu verify -C "$work/hq" >/dev/null && echo 0 || echo $?)"
sh "$recipe" "$work/hq" "$work/收件 箱" >"$work/out2"
check "again, the same bytes" "" "$(diff "$work/out" "$work/out2")"
check "two findings were overdue later" yes \
  "$(SIHU_NOW=2026-10-27 sh "$recipe" "$work/hq" "$work/收件 箱" counts | grep -q ',1$' && echo yes || echo no)"

mkdir "$work/nothing"
sh "$recipe" "$work/hq" "$work/nothing" >"$work/out2" 2>"$work/err" && status=0 || status=$?
check "an empty inbox is said, in one line" "0 1 yes" \
  "$status $(wc -l <"$work/err" | tr -d ' ') $(grep -q "^$work/nothing: empty" "$work/err" && echo yes || echo no)"
check "and the lists are printed" "" "$(diff "$work/out" "$work/out2")"
sh "$recipe" "$work/hq" "$work/nowhere" >"$work/out2" 2>"$work/err" && status=0 || status=$?
check "no inbox at all" "2 yes" "$status $(grep -q "^$work/nowhere: no such folder" "$work/err" && echo yes || echo no)"

# The other way round, one by one.
for source in $(seq 50 -1 1); do sihu merge "$work/branches/$source" --into "$work/again" -q >/dev/null; done
check "in any order, the same ledger" "" "$(diff -r "$work/hq/ledger" "$work/again/ledger")"

# A folder was copied and both copies opened a problem: two problems have one id, and both lists are printed all the same.
printf 'item,result,note\nDF-01,fail,问题\n' >"$work/answers.csv"
for copy in one two both; do
  mkdir -p "$work/copies/$copy" "$work/twice" && cp -R "$work/hq/sihu.yaml" "$work/hq/checklists" "$work/copies/$copy"
  [ "$copy" != both ] || continue
  sed "s/问题/$copy/" "$work/answers.csv" >"$work/$copy.csv"
  SIHU_DEVICE=zzzzzz sihu check run zb02 -C "$work/copies/$copy" --checklist dues --as p01 --answers "$work/$copy.csv" -q >/dev/null
  mv "$work/copies/$copy" "$work/twice/$copy"
done
sh "$recipe" "$work/copies/both" "$work/twice" >"$work/out" 2>"$work/err" && status=0 || status=$?
check "two problems with one id are said" "6 yes" "$status $(grep -q 'opened twice' "$work/err" && echo yes || echo no)"
check "and both lists are whole" "3 zb02,2,2,0,0,0,0,0" "$(sed '/^$/,$d' "$work/out" | wc -l | tr -d ' ') $(tail -n 1 "$work/out")"
mkdir "$work/empty"
sh "$recipe" "$work/copies/both" "$work/empty" >"$work/out2" 2>"$work/err" && status=0 || status=$?
check "also when nothing new arrives" "6 " "$status $(diff "$work/out" "$work/out2")"

printf '#sihu\t2\tfifty\n' >"$work/收件 箱/zz.tsv"
sh "$recipe" "$work/hq" "$work/收件 箱" >"$work/out" 2>"$work/err" && status=0 || status=$?
check "one that can't be read stops it, and says which" "6 yes" "$status $(grep -q 'zz.tsv' "$work/err" && echo yes || echo no)"

[ "$failed" = 0 ]
