#!/bin/sh
# The program in one file in a root where there is nothing else: alone.sh PROGRAM
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$here/empty_root.sh"
cp "$1" "$root/sihu"
first_steps /sihu
