#!/bin/sh
# Builds the program once more from a copy of the sources in another folder, as BUILD was configured, and compares the bytes of
# what would be installed: same_again.sh BUILD
set -eu
build=$(cd "$1" && pwd)
source=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$build/CMakeCache.txt")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/elsewhere"
(cd "$source" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work/elsewhere")
set --
for name in CMAKE_BUILD_TYPE CMAKE_CXX_FLAGS_RELEASE CMAKE_CXX_COMPILER SIHU_STATIC SIHU_UNITE; do
  value=$(sed -n "s/^$name:[A-Z]*=//p" "$build/CMakeCache.txt")
  [ -z "$value" ] || set -- "$@" "-D$name=$value"
done
cmake -S "$work/elsewhere" -B "$work/build" -G Ninja -DSIHU_TESTS=OFF "$@"
cmake --build "$work/build"
cmake --install "$build" --prefix "$work/one"
cmake --install "$work/build" --prefix "$work/other"
diff -r "$work/one" "$work/other"
