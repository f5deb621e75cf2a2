#!/bin/bash
# Pages as a browser shows them: browser.sh PROGRAM SOURCE. On a desktop, a phone and paper, light and dark, in both
# languages. SIHU_SCREENSHOTS=DIR keeps pictures, to be looked at.
# 网页在浏览器里的样子：电脑、手机、纸面，浅色、深色，中英文。
set -eu
program=$1
source=$2
for browser in chromium chromium-browser google-chrome ''; do
  command -v "$browser" >/dev/null && break
done
[ -n "$browser" ] || { echo "SKIPPED: there is no Chromium"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" HOME="$work" SIHU_DEVICE=k7m2qx SIHU_NOW=2026-10-12T09:30
. "$(dirname "$0")/expect.sh"

chromium() {  # chromium OPTION...
  timeout 200 "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
    --no-first-run --host-resolver-rules='MAP * ~NOTFOUND' "$@" 2>/dev/null
}

# Each page in frames as wide as a phone and a desk, all on one page around them, which says of each what was measured.
measured() {  # measured LANG OPTION...
  local lang=$1 page width
  shift
  {
    cat "$source/tests/page/measure.html"
    for page in bulletin list slip; do
      for width in 390 1280; do
        printf '<iframe width=%s height=900 onload="measure(this, %s)" srcdoc="' $width "'$page.$width'"
        sed 's/&/\&amp;/g; s/"/\&quot;/g' "$work/$page.$lang.html"
        printf '"></iframe>\n'
      done
    done
  } >"$work/around.html"
  chromium "$@" --dump-dom "file://$work/around.html" | sed 's/<output>/\n&/g' | sed -n 's/<output>\(.*\)<\/output>.*/\1/p' >"$work/measured"
}
says() { sed -n "s/^$1: //p" "$work/measured"; }  # says PAGE.WIDTH
picture() {  # picture NAME WIDTH LANG OPTION...: as wide as asked, which a window may not be
  [ -n "${SIHU_SCREENSHOTS:-}" ] || return 0
  local name=$1 width=$2 lang=$3
  shift 3
  printf '<body style="margin:0"><iframe src="%s" width=%s height=4000 style="border:0"></iframe>' \
    "${name%%.*}.$lang.html" "$width" >"$work/picture.html"
  chromium "$@" --window-size="$((width < 500 ? 500 : width)),4000" \
    --screenshot="$SIHU_SCREENSHOTS/$name.$lang.png" "file://$work/picture.html"
}

"$program" -q init "$work/w" --demo
cd "$work/w"
for lang in zh en; do
  "$program" -q --lang $lang report 2026Q3 -o "$work/bulletin.$lang.html"
  "$program" -q --lang $lang problems -o "$work/list.$lang.html"
  "$program" -q --lang $lang problems --layout slip -o "$work/slip.$lang.html"
  measured $lang
  for page in bulletin list slip; do
    for width in 390 1280; do
      found=$(says $page.$width)
      expect "$page in $lang on $width pixels" "sideways=no squeezed=0 faint=0 dark=no" "${found%%; *}"
      picture $page.$width $width $lang
    done
  done
  found=$(says list.1280)
  expect "list in $lang is sorted and filtered" "h1=1 silent=0 scripts=1 sorted=yes filtered=yes" "${found#*; }"
done
measured zh --force-dark-mode --blink-settings=preferredColorScheme=0
expect "bulletin, dark" "sideways=no squeezed=0 faint=0 dark=yes; h1=1 silent=0 scripts=0" "$(says bulletin.1280)"
picture bulletin.dark 1280 zh --force-dark-mode --blink-settings=preferredColorScheme=0

"$program" -q report 2026Q3 -o "$work/bulletin.pdf"
expect "the bulletin on paper stands upright, its annexes lie across" "594.95996 841.91998 and 841.91998 594.95996" \
  "$(grep -aoE 'MediaBox \[0 0 [0-9.]+ [0-9.]+' "$work/bulletin.pdf" | sed 's/.*\[0 0 //' | LC_ALL=C sort -u | sed ':a;N;s/\n/ and /;ta')"
for lang in zh en; do
  chromium --no-pdf-header-footer --print-to-pdf="$work/slip.pdf" "file://$work/slip.$lang.html"
  expect "each copy of a notice in $lang is a page" "$(grep -c '<section>' "$work/slip.$lang.html")" \
    "$(grep -a -c '/Type /Page\b' "$work/slip.pdf")"
done
[ "$failed" = 0 ]
