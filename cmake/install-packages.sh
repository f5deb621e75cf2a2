#!/bin/sh
# usage: cmake/install-packages.sh GROUP...    (groups: build, test, all; see packages.txt)
# Installs the Debian packages of these groups that are missing, and says which. Silent when none is.
set -eu
list=$(dirname "$0")/packages.txt
missing=
for group in "$@"; do
  for package in $(sed -n "s/^$group //p" "$list"); do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
  done
done
[ -n "$missing" ] || exit 0

echo "installing Debian packages:$missing" >&2
as_root=
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "neither root nor sudo; please run as root: apt-get install$missing" >&2
    exit 1
  fi
  as_root=sudo
fi
# The lists may be missing on a fresh machine or too old; then they are fetched first.
install() {
  # shellcheck disable=SC2086  # one word per package is meant
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $missing >&2
}
install || { $as_root apt-get update >&2 && install; }
