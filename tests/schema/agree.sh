#!/bin/sh
# Schema and `sihu lint` agree on every document of tests/bad_input and templates. (The organisation
# of the demo is judged where it is used: its calendars lie elsewhere.)
# usage: agree.sh SIHU        needs python3-jsonschema and python3-yaml
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
# The day is that of tests/bad_input: a plan of a quarter that is over may name branches that have left.
SIHU_NOW=2026-10-12 exec /usr/bin/python3 "$here/agree.py" "$1" "$root/templates/schema" "$here/known.txt" \
  "$root"/tests/bad_input/*.yaml "$root"/tests/bad_input/*.json \
  $(find "$root/templates" -path '*/demo/*' -prune -o -name '*.yaml' -print | LC_ALL=C sort)
