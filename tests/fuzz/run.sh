#!/bin/sh
# Fuzzes a target for a while: run.sh BUILD SECONDS TARGET [SEED]
# Without arguments it names the targets. Begins with the corpus that is checked in and with our own documents;
# stops at the first crash and says where it is. With a seed it tries the same again on the same source, so that a daily run
# that failed can be repeated; without one it looks elsewhere each time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# = 0 ]; then
  for source in "$here"/*_fuzz.cpp; do basename "$source" _fuzz.cpp; done
  exit
fi
build=$1
seconds=$2
target=$3
seed=${4:-0}
case $target in
  ledger | fold | merge) seeds="$here/../cli/fixture" ;;
  snapshot | bank | workbook) seeds="$here/corpus/$target" ;;
  *) seeds="$here/../bad_input $here/../../templates" ;;
esac
found=$build/fuzz/$target
own=$build/fuzz/seeds-$target
mkdir -p "$found" "$own" "$here/corpus/$target"
# libFuzzer reads flat folders.
find $seeds -type f \( -name '*.yaml' -o -name '*.json' -o -name '*.csv' -o -name '*.tsv' \) -size -64k |
  while read -r file; do cp "$file" "$own/$(printf '%s' "$file" | tr / _ | tail -c 100)"; done
exec "$build/tests/${target}_fuzz" -seed="$seed" -max_total_time="$seconds" -max_len=65536 -timeout=20 -verbosity=0 -print_final_stats=1 \
  -artifact_prefix="$build/fuzz/" "$found" "$here/corpus/$target" "$own"
