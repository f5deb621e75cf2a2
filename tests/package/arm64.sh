#!/bin/sh
# Compiles the library and all commands for arm64, where there is a compiler for that (g++-aarch64-linux-gnu): arm64.sh SOURCE
# Compiles and no more: the libraries' headers are this machine's, and nothing is linked with them.
set -eu
compiler=aarch64-linux-gnu-g++
command -v $compiler >/dev/null || {
  echo "SKIPPED: there is no $compiler"
  exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Of the headers that are this processor's those that hold for any of 64 bits, and none of the C library.
here=$(dpkg-architecture -qDEB_HOST_MULTIARCH)
mkdir "$work/headers"
ln -s "/usr/include/$here/gmp.h" "$work/headers/"
cmake -S "$1" -B "$work/build" -G Ninja -DSIHU_STATIC=ON -DSIHU_TESTS=OFF -DSIHU_UNITE=ON -DSIHU_PRECOMPILE=OFF \
  -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR=aarch64 "-DCMAKE_CXX_COMPILER=$compiler" \
  "-DCMAKE_LIBRARY_PATH=/usr/lib/$here" "-Dyaml-cpp_DIR=/usr/lib/$here/cmake/yaml-cpp" \
  "-Dfmt_DIR=/usr/lib/$here/cmake/fmt" "-Dpugixml_DIR=/usr/lib/$here/cmake/pugixml" \
  "-DCMAKE_CXX_FLAGS=-O0 -I$work/headers -idirafter /usr/include"
cmake --build "$work/build" --target libsihu sihu_cli
aarch64-linux-gnu-readelf -h "$work/build/lib/libsihu.a" | grep -q AArch64
