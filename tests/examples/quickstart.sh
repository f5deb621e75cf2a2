#!/bin/sh
# The quick start with a program that is built already, twice: quickstart.sh PROGRAM SOURCE
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for run in first second; do
  SIHU=$1 SIHU_BUILD_DIR=$work/build "$2/examples/quickstart.sh" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
  for line in '2 个问题' 'exit 1' 'answering-branch-may-not-decide' '校验链完整' 'The workspace stays'; do
    grep -q "$line" "$work/out" || { cat "$work/out"; echo "$run run: no line with: $line"; exit 1; }
  done
done
# A folder that is not a practice workspace is never removed.
mkdir "$work/mine" && echo 'sihu: 1' >"$work/mine/sihu.yaml"
if SIHU=$1 SIHU_BUILD_DIR=$work/build "$2/examples/quickstart.sh" "$work/mine" >"$work/out" 2>&1; then
  echo "it took somebody's workspace"; exit 1
fi
grep -q 'sihu: 1' "$work/mine/sihu.yaml"
