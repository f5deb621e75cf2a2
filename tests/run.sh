#!/bin/sh
# usage: tests/run.sh [--all]
# Installs what is missing, builds, and runs every test: in Release, then by clang with ASan and UBSan (unit tests only
# there, laws and stories only in Release); some seconds of fuzzing. Sources are compiled in groups, and of the mishaps
# in calls that change nothing one in sixteen is tried; nothing is optimised much, which compiles sooner.
# --all: each source by itself, every mishap, unit tests everywhere, TSan and clang without sanitizers too, the laws on many
# more cases, stories with sanitizers, a minute for each fuzz target, the program in one file, the same bytes again.
# The last line is "N passed, N failed"; the status is 0 only if nothing failed.
set -u
cd "$(dirname "$0")/.." || exit 1
passed=0
failed=0
jobs=$(nproc 2>/dev/null || echo 2)

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" != 0 ]
  exit
}

# One thing that either works or does not: "step WHAT COMMAND...", its output shown when it fails.
step() {
  what=$1
  shift
  if "$@" >build/step.log 2>&1; then return 0; fi
  tail -n 100 build/step.log
  echo "FAILED: $what"
  failed=$((failed + 1))
  return 1
}

# Configures, builds and tests one preset: "suite PRESET [CMAKE OPTIONS]"; of its tests not those that $without matches.
suite() {
  preset=$1
  shift
  started=$(date +%s)
  launcher=
  if command -v ccache >/dev/null; then launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
  echo "== $preset"
  step "$preset: configure" cmake --preset "$preset" $launcher "$@" || return 0
  step "$preset: build" cmake --build "build/$preset" || return 0
  built=$(date +%s)
  log=build/$preset/tests.log
  ctest --test-dir "build/$preset" -j "$jobs" --output-on-failure --timeout 300 ${without:+-E "$without"} >"$log" 2>&1
  grep -v 'Passed\|Start \|^ *$' "$log"
  # "98% tests passed, 2 tests failed out of 120"
  counts=$(sed -n 's/^[0-9]*% tests passed, \([0-9]*\) tests\{0,1\} failed out of \([0-9]*\).*/\1 \2/p' "$log")
  if [ -z "$counts" ]; then
    echo "FAILED: $preset: ctest ran no test"
    failed=$((failed + 1))
    return 0
  fi
  bad=${counts% *}
  skipped=$(grep -c '(Skipped)$' "$log")
  failed=$((failed + bad))
  passed=$((passed + ${counts#* } - bad - skipped))
  echo "   built in $((built - started)) s, tested in $(($(date +%s) - built)) s"
}

# The program in one file: needs nothing, and tells the same stories.
one_file() {
  echo "== static"
  step "static: packages" sh cmake/install-packages.sh static || return 0
  step "static: configure" cmake --preset static || return 0
  step "static: build" cmake --build build/static --target sihu || return 0
  step "static: needs nothing" tests/package/alone.sh build/static/tools/sihu || return 0
  passed=$((passed + 1))
  for story in tests/cli/*.txt; do
    step "static: $story" build/release/tests/golden "$PWD/build/static/tools/sihu" "$PWD/$story" &&
      passed=$((passed + 1))
  done
}

# The same sources in another folder give the same bytes.
same_again() {
  echo "== reproducible"
  step "reproducible: the same bytes" tests/package/same_again.sh build/static && passed=$((passed + 1))
}

# Any bytes at all: "fuzzing SECONDS SEED", for each target; seed 0 is another one each time.
fuzzing() {
  echo "== fuzz"
  for target in $(tests/fuzz/run.sh); do
    step "fuzz: $target" tests/fuzz/run.sh build/asan "$1" "$target" "$2" && passed=$((passed + 1))
  done
}

all=
without=
case "${1-}" in
  '') ;;
  --all) all=1 ;;
  *)
    sed -n '2s/^# //p' "$0" >&2
    exit 2
    ;;
esac

mkdir -p build
sh cmake/install-packages.sh build test ${all:+all} || {
  echo "FAILED: could not install what is missing"
  failed=1
  finish
}
if [ -n "$all" ]; then
  suite release -DSIHU_PROPERTY_COUNT=5000 -DSIHU_UNIT_TESTS=ON
  one_file
  same_again
  suite asan
  suite tsan
  suite clang
  fuzzing 60 0
else
  suite release '-DCMAKE_CXX_FLAGS_RELEASE=-O1 -DNDEBUG' -DSIHU_PROPERTY_COUNT=100 -DSIHU_FAULT_EVERY=16 -DSIHU_UNIT_TESTS=OFF -DSIHU_UNITE=ON
  # The stories were told in Release; with sanitizers, each program they start takes a fifth of a second.
  without='^(cli|docs|examples|schema|arch|faults|page)[.]'
  suite asan '-DCMAKE_CXX_FLAGS_DEBUG=-O0 -g1' -DSIHU_PROPERTY_TESTS=OFF -DSIHU_UNITE=ON
  fuzzing 12 20261012
fi
finish
