#!/bin/bash
# Workbooks as LibreOffice shows and saves them: office.sh PROGRAM SOURCE. Each is opened, laid out on paper and looked
# for words; a ledger and a form that it saved again come back with nothing changed. SIHU_SCREENSHOTS=DIR keeps the paper.
# 表格在 LibreOffice 里打开、排版、另存后仍能读回。
set -eu
program=$1
command -v soffice >/dev/null || { echo "SKIPPED: there is no LibreOffice"; exit 77; }
command -v pdftotext >/dev/null || { echo "SKIPPED: there is no pdftotext (poppler-utils)"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" HOME="$work" SIHU_DEVICE=k7m2qx SIHU_NOW=2026-10-12T09:30
. "$(dirname "$0")/expect.sh"

convert() {  # convert FORMAT FOLDER FILE...
  local format=$1 folder=$2
  shift 2
  timeout 150 soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$format" --outdir "$folder" "$@" \
    >/dev/null 2>&1
}
on_paper() {  # on_paper FILE WORDS: how often they stand there
  pdftotext -layout "$work/paper/$1.pdf" - | grep -cF -- "$2" || true
}

"$program" -q init "$work/w" --demo
cd "$work/w"
"$program" -q report 2026Q3 -o "$work/bulletin.xlsx"
"$program" -q problems --status open --layout ledger -o "$work/ledger.xlsx"
"$program" -q check form zb05 --checklist basics --as p003 -o "$work/form.xlsx"
convert pdf "$work/paper" "$work/bulletin.xlsx" "$work/ledger.xlsx" "$work/form.xlsx"
expect "the bulletin's weights have their heading on paper" 1 "$(on_paper bulletin 实际占比)"
id=$("$program" -q problems --status open --columns id --format csv | sed -n 's/\r//; 2p')
expect "the ledger is one page wide: a row is not torn" 1 "$(on_paper ledger "$id")"
expect "the form names its items" 1 "$(on_paper form BZ-02)"
# Letters need another part of LibreOffice than sheets.
if command -v pandoc >/dev/null && ls "$(dirname "$(readlink -f "$(command -v soffice)")")"/libswlo.so >/dev/null 2>&1; then
  "$program" -q report 2026Q3 -o "$work/letter.docx"
  convert pdf "$work/paper" "$work/letter.docx"
  expect "the bulletin for Word is on A4" 1 "$(pdfinfo "$work/paper/letter.pdf" | grep -c 'Page size.*(A4)')"
  expect "its pages are numbered as official documents are" 1 "$(pdftotext "$work/paper/letter.pdf" - | tr -d ' ' | grep -c '^—1—$')"
fi
if [ -n "${SIHU_SCREENSHOTS:-}" ]; then cp "$work"/paper/*.pdf "$SIHU_SCREENSHOTS/"; fi

convert xlsx "$work/saved" "$work/ledger.xlsx" "$work/form.xlsx"
"$program" --lang en --as p900 rectify import "$work/saved/ledger.xlsx" --dry-run >"$work/found" 2>&1 || true
expect "a ledger that was only saved changes nothing" "nothing has changed, and nothing was recorded" "$(cat "$work/found")"
"$program" --lang en --as p003 check run zb05 --checklist basics --answers "$work/saved/form.xlsx" >"$work/found" 2>&1 || true
expect "a form that was only saved is still empty" 1 "$(grep -c 'nothing-answered' "$work/found")"
[ "$failed" = 0 ]
