#!/bin/sh
# The recipe for git, with a real one: git.sh PROGRAM SOURCE
# 真的用 git：两个克隆同时记录，合并不冲突；同一设备写了两处，两份都留。
set -eu
program=$1
recipes=$2/examples/merge

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" HOME="$work" SIHU_NOW=2026-10-20T09:00 SIHU_LANG=en
export GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE 2>/dev/null || true
mkdir "$work/bin"
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
note() {  # note CLONE DEVICE TEXT
  SIHU_DEVICE=$2 sihu rectify note zb05-k7m2qx-3 -C "$work/$1" --as p003 --note "$3" -q >/dev/null
  git -C "$work/$1" add -A
  git -C "$work/$1" commit -qm "$3"
}
pull() { git -C "$work/$1" pull -q --no-rebase "$work/$2" main >"$work/out" 2>&1; }
lines() { sihu export --what events -C "$work/$1" | wc -l | tr -d ' '; }

git config --global init.defaultBranch main
git config --global core.autocrlf true   # as Git for Windows is installed
cp -R "$2/tests/cli/fixture/workspace" "$work/one"
sh "$recipes/git.sh" "$work/one"
git clone -q "$work/one" "$work/two" && sh "$recipes/git.sh" "$work/two"
check "a clone has the ledger's very bytes" "" "$(diff -r "$work/one/ledger" "$work/two/ledger")"

note one aaaaaa "by telephone"
note two bbbbbb "in the office"
pull two one && status=0 || status=$?
check "two clones that recorded at once merge without a conflict" 0 "$status"
pull one two
check "both have both" "10 10" "$(lines one) $(lines two)"
check "the ledger is whole" 0 "$(sihu verify -C "$work/one" >/dev/null && echo 0 || echo $?)"

# One device in two clones.
note one aaaaaa "one"
note two aaaaaa "two"
note two aaaaaa "three"
pull two one && status=0 || status=$?
check "git does not mix two versions of one file" 1 "$status"
check "nor does it write marks into it" 0 "$(grep -c '^<<<<' "$work/two/ledger/2026Q4/zb07.aaaaaa.tsv" || true)"
(cd "$work/two" && sh "$recipes/git-fork.sh" >"$work/out" 2>&1) && status=0 || status=$?
check "both are kept, and the merge is concluded" "0 yes " \
  "$status $(grep -q forked "$work/out" && echo yes || echo no) $(git -C "$work/two" status --porcelain)"
check "no line is lost" 13 "$(lines two)"
check "the chains are intact" 0 "$(sihu verify -C "$work/two" >/dev/null && echo 0 || echo $?)"
pull one two
check "and the other clone gets the same" "" "$(diff -r "$work/one/ledger" "$work/two/ledger")"

# A workspace inside somebody else's repository.
state() { git -C "$work/outer" rev-parse HEAD; git -C "$work/outer" ls-files -s; cat "$work/outer/.git/config"; }
git init -q "$work/outer" && echo x >"$work/outer/x" && git -C "$work/outer" add x && git -C "$work/outer" commit -qm x
cp -R "$2/tests/cli/fixture/workspace" "$work/outer/inspections"
state >"$work/before"
GIT_DIR=$work/outer/.git GIT_INDEX_FILE=$work/outer/.git/index sh "$recipes/git.sh" "$work/outer/inspections"
check "the repository around it stays as it is" "" "$(state | diff "$work/before" -)"
check "and the workspace has its own" "$(cd "$work/outer/inspections" && pwd -P)" \
  "$(git -C "$work/outer/inspections" rev-parse --show-toplevel)"
rm -rf "$work/outer/inspections/.git" && git -C "$work/outer" add -A && git -C "$work/outer" commit -qm theirs
state >"$work/before"
for recipe in git.sh git-fork.sh; do
  (cd "$work/outer/inspections" && sh "$recipes/$recipe" 2>"$work/err") && status=0 || status=$?
  check "$recipe leaves files alone that another repository keeps" "2 1 no" \
    "$status $(wc -l <"$work/err" | tr -d ' ') $([ -e "$work/outer/inspections/.git" ] && echo yes || echo no)"
done
check "and the other one as well" "" "$(state | diff "$work/before" -)"

[ "$failed" = 0 ]
