#!/bin/sh
# Fuzzes each target for a while: run.sh BUILD SECONDS
# Begins with the corpus that is checked in and with our own documents; stops at the first crash and says where it is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
seconds=$2
status=0
for target in ledger fold merge snapshot gate; do
  found=$build/fuzz/$target
  mkdir -p "$found" "$here/corpus/$target"
  case $target in
    ledger | fold | merge) seeds="$here/../cli/fixture" ;;
    snapshot) seeds="$here/corpus/snapshot" ;;
    gate) seeds="$here/../bad_input $here/../../templates" ;;
  esac
  # libFuzzer reads flat folders.
  mkdir -p "$build/fuzz/seeds-$target"
  find $seeds -type f \( -name '*.yaml' -o -name '*.json' -o -name '*.csv' -o -name '*.tsv' \) -size -64k |
    while read -r file; do cp "$file" "$build/fuzz/seeds-$target/$(printf '%s' "$file" | tr / _ | tail -c 100)"; done
  "$build/tests/${target}_fuzz" -max_total_time="$seconds" -max_len=65536 -timeout=20 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="$build/fuzz/" "$found" "$here/corpus/$target" "$build/fuzz/seeds-$target" || status=1
done
exit $status
