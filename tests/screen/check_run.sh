#!/bin/bash
# sihu check run on a full screen, as a terminal shows it: check_run.sh PROGRAM SOURCE
# 全屏检查，按终端实际显示的核对。
set -eu
program=$1
source=$2
. "$source/tests/screen/terminal.sh"
begin() { text "SIHU_NOW=2026-10-14 $program check run zb05 --as p003 $*"; keys Enter; }

# Chinese: a pass is one key; Chinese and emoji are typed and deleted whole; everything is saved.
terminal 80 24 SIHU_LANG=zh
begin
shows '> · DF-01'
shows '│ DF-01'
shows '标准：'
shows 'p 通过 f 不通过 d 扣分 n 不适用'
keys p
shows '> · DF-02'
shows '已记录 DF-01 通过'
check "a pass is one key, and saved" 1 "$(lines_of check.answer)"
keys n
text '没有台账错👨‍👩‍👧'
shows '没有台账错'
keys BSpace BSpace
hides '错'
shows '没有台账'
keys Enter
shows '已记录 DF-02 不适用'
check "what was typed is saved" 1 "$(grep -c 'note=没有台账	' "$work/w/ledger/2026Q4/zb01.k7m2qx.tsv")"

# Any size down to 40×12, and too small a window is waited out.
resize 40 12
shows '> · DF-03'
shows '? 帮助 q 离开'
check "no line is wider than the window" 12 "$(screen | wc -l)"
resize 30 8
shows '窗口太小'
resize 80 24
shows '│ DF-03'

# Filter, search, help, evidence, undo.
keys Tab
hides '  + DF-01'
keys Tab
shows '[不合格 0]'
keys Escape
shows '[全部 5]'
keys /
text 'df-05'
shows '查找：'
keys Enter
shows '> · DF-05'
hides 'DF-04 '
keys Escape
keys '?'
shows '再写情况'
keys x
hides '再写情况'
keys e
shows 'sihu.yaml'
keys Escape
keys u
shows 'DF-02 重新回答'
shows '> / DF-02'

# A finding asks whether it was there last time, and opens a problem.
keys f
text '九月没有登记'
keys Enter
shows '上次检查时就有吗'
keys '?'
shows 'y 有，n 没有'
shows '上次检查时就有吗'
keys y
shows '26Q4-zb05-k7m2qx-1'
check "a problem is opened" 1 "$(lines_of problem.open)"

# Ctrl-Z and back, then Ctrl-C.
keys C-z
shows 'Stopped'
restored
text fg
keys Enter
shows '│ DF-03'
keys C-c
shows '已中断'
restored

# Ended by a signal: the terminal is put back, and nothing that was answered is lost.
for signal in TERM HUP SEGV ABRT; do
  begin
  shows '接着做'
  kill -s "$signal" "$(running)"
  hides '│ DF'
  restored
done
begin
shows '接着做'
kill -s KILL "$(running)"
shows 'ready>'
check "killed hard, three answers are there" 3 "$(lines_of check.answer)"

# English, without colour, in a locale that is not there; to the end.
terminal 80 24 SIHU_LANG=en NO_COLOR=1 LC_ALL=xx_XX.UTF-8
begin
shows 'count: at least'
shows '0-9 count f fail n n/a'
check "NO_COLOR is heard" 0 "$(screen -e | grep -c '\[3[0-7]m' || true)"
keys 3
shows 'the number counted'
keys Enter
shows '> · DF-04'
keys p
shows '> · DF-05'
keys p
shows 'every item is answered'
keys p
check "no key answers by accident" 6 "$(lines_of check.answer)"
keys Enter
shows 'score '
restored

# Line by line where that is wanted, or the terminal can do no more.
terminal 80 24 SIHU_LANG=en TERM=dumb
begin
shows 'every item is answered. Enter ends'
keys Enter
shows score
terminal 80 24 SIHU_LANG=en SIHU_PLAIN=1
begin
shows 'every item is answered. Enter ends'
keys C-c
shows 'interrupted'
text clear
keys Enter
hides interrupted
begin --plain
shows 'every item is answered. Enter ends'
keys C-c
terminal 39 24 SIHU_LANG=en
begin
shows 'every item is answered.'
hides '│'

[ "$failed" = 0 ] && echo "all as expected"
[ "$failed" = 0 ]
