#!/bin/sh
# usage: git-fork.sh            in a workspace where `git merge` or `git pull` stopped at files in ledger/
# One device wrote in two clones. Both versions are kept, as `sihu merge` keeps them, and the merge is concluded. Look at
# what sihu says; the clones take device ids of their own when they record next.
# 同一设备在两个克隆里都写过：两份都保留，完成合并；请核对 sihu 所说。
set -eu
unset $(git rev-parse --local-env-vars)
[ -e .git ] || { echo "$PWD: no repository of its own (see git.sh) / 不是仓库的顶层" >&2; exit 2; }
theirs=$(mktemp -d)
trap 'rm -rf "$theirs"' EXIT

number=0
for file in $(git diff --name-only --diff-filter=U -- ledger); do   # names of ledger files have no blanks
  number=$((number + 1))
  git show ":3:$file" >"$theirs/$number.tsv"
  git show ":2:$file" >"$file"
done
[ "$number" -gt 0 ] || { echo "no ledger file is in conflict / 台账没有冲突" >&2; exit 2; }

status=0
sihu merge "$theirs" || status=$?
[ "$status" = 0 ] || [ "$status" = 6 ] || exit "$status"
git add -A ledger
git commit -q --no-edit
