#!/bin/sh
# The Debian packages of a build: no errors by lintian, and what is in them runs in an otherwise empty root, with nothing but the
# libraries they depend on: debian.sh BUILD SOURCE
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$here/empty_root.sh"

(cd "$build" && cpack -G DEB -B "$work/packages") >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
lintian --allow-root --fail-on error "$work"/packages/*.deb >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }

for package in sihu libsihu0; do dpkg-deb -x "$work/packages/${package}"_*.deb "$root"; done
# The libraries, those among them that are loaded while running, and what those need.
needed() { ldd "$1" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/[^ ]*\) .*/\1/p'; }
own=$(dirname "$(find "$root/usr/lib" -name 'libsihu.so.0')")
loaded=
for library in libarchive.so.13 libxlsxwriter.so.4 libncursesw.so.6; do
  loaded="$loaded $(/sbin/ldconfig -p | sed -n "s/.*$library .* => //p" | head -n 1)"
done
for file in $root/usr/bin/sihu $own/libsihu.so.0 $loaded; do
  echo "$file"
  LD_LIBRARY_PATH=$own needed "$file"
done | grep -v "^$root/" | sort -u >"$work/libraries"
while read -r library; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done <"$work/libraries"
mkdir -p "$root/usr/share/zoneinfo/Asia" && cp -L /usr/share/zoneinfo/Asia/Shanghai "$root/usr/share/zoneinfo/Asia/"
first_steps /usr/bin/sihu

for page in man1/sihu.1.gz man1/sihu-rectify-submit.1.gz zh_CN/man1/sihu-check-run.1.gz; do
  gzip -dc "$root/usr/share/man/$page" | grep -q '^\.TH SIHU' || { echo "no manual page: $page"; exit 1; }
done
dpkg-deb -c "$work/packages"/libsihu-dev_*.deb >"$work/contents"
for file in include/sihu/ledger/event.hpp cmake/sihu/sihu-config.cmake 'libsihu.so -> '; do
  grep -q "$file" "$work/contents" || { echo "libsihu-dev has no $file"; exit 1; }
done

# What it is made of, for machines: valid JSON, every library in it, and the version everywhere the same.
/usr/bin/python3 - "$root/usr/share/doc/sihu/sihu.cdx.json" "$source" <<'EOF'
import json, re, sys
bill = json.load(open(sys.argv[1]))
assert bill["bomFormat"] == "CycloneDX" and bill["specVersion"] == "1.5"
names = {component["name"] for component in bill["components"]}
listed = set(re.findall(r"^build (\S+)$", open(sys.argv[2] + "/cmake/packages.txt").read(), re.M))
assert names == listed, names ^ listed
assert all("version" in component for component in bill["components"])
version = re.search(r"project\(sihu VERSION (\S+)", open(sys.argv[2] + "/CMakeLists.txt").read()).group(1)
port = json.load(open(sys.argv[2] + "/vcpkg.json"))
changes = open(sys.argv[2] + "/cmake/debian/changelog").readline()
assert version == bill["metadata"]["component"]["version"] == port["version"] == re.search(r"\((.+)\)", changes).group(1)
# One dependency for each package that the program is linked with.
other_names = {"libcli11-dev": "cli11", "libyaml-dev": "libyaml", "libexpected-dev": "tl-expected", "libncurses-dev": "ncurses",
               "libgmp-dev": "gmp", "libsodium-dev": "libsodium", "libarchive-dev": "libarchive",
               "libxlsxwriter-dev": "libxlsxwriter"}
wanted = {other_names.get(name, re.sub(r"^lib|-dev$", "", name)) for name in listed if name.endswith("-dev")}
assert wanted == set(port["dependencies"]), wanted ^ set(port["dependencies"])
EOF
