#!/bin/sh
# usage: merge-branches.sh WORKSPACE INBOX [problems|counts]
# Merges all that branches sent in (whatever lies in INBOX: workspaces, ledger folders, .tsv, .zip, .tar.gz) into
# WORKSPACE, then prints the problem list and, behind a blank line, how many problems each branch has, as CSV; with a
# third argument only one of the two. Running it again, or with the inbox in another order, prints the same bytes.
# An empty INBOX is said, and the lists are those of WORKSPACE as it is. Status: 0; 2 if there is no INBOX; 6 if two
# copies of one file went different ways, or two problems have one id, and a person has to look; else as sihu says.
# 把 INBOX 里各支部交来的台账并入 WORKSPACE，按 CSV 打印问题清单和各支部计数。
set -eu
[ $# -ge 2 ] || { sed -n '2,7s/^# //p' "$0" >&2; exit 2; }
workspace=$1
inbox=$2
what=${3:-both}

[ -d "$inbox" ] || { echo "$inbox: no such folder / 没有这个文件夹" >&2; exit 2; }

status=0
set -- "$inbox"/*
if [ -e "$1" ] || [ -L "$1" ]; then
  # By a list, because so many names may not fit on a command line 名单从标准输入读，再多也放得下
  printf '%s\n' "$@" | sihu merge --into "$workspace" --from-file - >/dev/null || status=$?
  [ "$status" = 0 ] || [ "$status" = 6 ] || exit "$status"   # 6: merged, but somebody has to look 已并入，须人核对
else
  echo "$inbox: empty, nothing to merge / 是空的，没有可并入的" >&2
fi

# Also where two problems have one id (6) both lists are printed. 有重号时也把两张表印完
list() {
  listed=0
  sihu problems -C "$workspace" "$@" || listed=$?
  [ "$listed" = 0 ] || [ "$listed" = 6 ] || exit "$listed"
  [ "$listed" = 0 ] || status=$listed
}

if [ "$what" != counts ]; then
  list --format csv
fi
[ "$what" != both ] || echo
if [ "$what" != problems ]; then
  rows=$(mktemp)
  trap 'rm -f "$rows"' EXIT
  list -q --format tsv >"$rows"
  awk -F '\t' '
    NR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; next }
    { branch = $column["branch"]; ++all[branch]; ++count[branch, $column["status"]]
      if ($column["days_overdue"] > 0) ++overdue[branch] }
    END {
      for (branch in all)
        printf "%s,%d,%d,%d,%d,%d,%d,%d\n", branch, all[branch], count[branch, "open"], count[branch, "submitted"],
          count[branch, "disputed"], count[branch, "closed"], count[branch, "withdrawn"], overdue[branch]
    }' "$rows" | LC_ALL=C sort | sed '1i\
branch,problems,open,submitted,disputed,closed,withdrawn,overdue'
fi
exit "$status"
