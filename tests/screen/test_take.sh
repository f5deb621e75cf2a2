#!/bin/bash
# sihu test take on a full screen, as a terminal shows it: test_take.sh PROGRAM SOURCE
# 全屏答卷，按终端实际显示的核对。
set -eu
program=$1
source=$2
. "$source/tests/screen/terminal.sh"
cp -r "$source"/tests/cli/fixture/exam/. "$work/w"
begin() { text "$program test take 2026Q4 safety --start --as p004 --now $1"; keys Enter; }

terminal 80 24 SIHU_LANG=zh
text "$program test paper 2026Q4 safety --seed 20261001 --as p900 --now 2026-12-20 -q; echo drawn=\$?"
keys Enter
shows drawn=0
begin 2026-12-20T09:00:00+08:00
shows '剩 30:00'
shows '第 1/5 题'
shows '答了 0/5'
text a
keys Enter
shows '第 2/5 题'
shows '答了 1/5'
keys Tab
shows '已标记'
text /4
keys Enter
shows '第 4/5 题'
text 对
keys Up
shows '打了还没记'
keys Escape Up
shows '第 3/5 题'
shows '/u 撤销'
text /g
keys Enter
shows '第 2/5 题'
text /u
keys Enter
shows '撤销了上一步'
text /o
keys Enter
shows '第 3/5 题'
resize 40 12
shows '3/5>'
shows '/h 交卷 ?'
resize 80 24
kill -s KILL "$(running)"
shows 'ready>'

terminal 80 24 SIHU_LANG=en
begin 2026-12-20T09:12:30+08:00
shows '17:3'
shows '1/5 answered'
keys C-z
restored
text fg
keys Enter
shows '1/5 answered'
text /h
keys Enter
shows '/h once more hands in'
text /h
keys Enter
shows 'handed in: 1 of 5 answered'
check "it is handed in once" 1 "$(lines_of test.sitting)"
restored

[ "$failed" = 0 ] && echo "all as expected"
[ "$failed" = 0 ]
