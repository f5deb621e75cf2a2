#!/usr/bin/env bash
# One command from a bare clone: installs what is missing, builds sihu, makes a workspace to play with and walks a
# quarter's inspection on it, showing what each command prints. Run it as often as you like.
# 一条命令：装齐所缺软件包，编译，建一个演练工作区，把一次互查从头走到尾。可反复运行。
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${SIHU_BUILD_DIR:-$root/build/quickstart}
play=${1:-$build/play}

mkdir -p "$build"
if [ -n "${SIHU:-}" ]; then   # a sihu that is built already
  mkdir -p "$build/tools" && ln -sf "$SIHU" "$build/tools/sihu"
else
  sh "$root/cmake/install-packages.sh" build
  echo "== building, ten minutes or so the first time / 编译，第一次约十分钟"
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSIHU_TESTS=OFF -DSIHU_UNITE=ON >"$build/configure.log" ||
    { cat "$build/configure.log"; exit 1; }
  cmake --build "$build" | tail -n 1
fi
export PATH="$build/tools:$PATH"
export XDG_STATE_HOME="$build/state"   # leaves nothing in your home folder
unset SIHU_WORKSPACE SIHU_AS SIHU_LANG 2>/dev/null || true

# Only ever removes a workspace that says of itself that it is for practice.
if [ -e "$play" ]; then
  grep -qs '^practice: true' "$play/sihu.yaml" || { echo "$play: not a practice workspace / 不是演练工作区" >&2; exit 1; }
  rm -rf "$play"
fi

status=0
show() {
  printf '\n$ sihu'
  printf ' %q' "$@" | sed "s/\\\\ / /g"
  printf '\n'
  status=0
  sihu "$@" || status=$?
  case $status in
    0) ;;
    1) echo "   (exit 1: done, and there is bad news / 完成，有坏消息)" ;;
    5) echo "   (exit 5: refused by a rule / 规则不允许)" ;;
    *) echo "   (exit $status)"; exit "$status" ;;
  esac
}

echo; echo "== two finished quarters to play with / 两个已结束的季度"
show init "$play" --demo
cd "$play"

echo; echo "== 12 October: 孙三三 (p003, branch 1) checks branch 5 / 10月12日，第一支部检查第五支部"
export SIHU_NOW=2026-10-12T09:30 SIHU_DEVICE=q7u2ck   # a fixed device, so that the ids below are known
show check form zb05 --checklist basics -o form.yaml --as p003
# What the inspector does in an editor: everything passes but two items. 在编辑器里填：除两项外都合格。
awk '/^  - item: / { item = $3 }
  /^    result:/ && item == "BZ-02" { print "    result: fail"; next }
  /^    note:/ && item == "BZ-02" { print "    note: 任期2026年8月届满，未按期换届"; next }
  /^    result:/ && item == "DW-06" { print "    result: deduct"; next }
  /^    rule:/ && item == "DW-06" { print "    rule: d1"; next }
  /^    note:/ && item == "DW-06" { print "    note: 新任组织委员无人带教"; next }
  /^    result:/ { print "    result: pass"; next }
  { print }' form.yaml >answers.yaml
show check run zb05 --checklist basics --answers answers.yaml --as p003
show check status 2026Q4
show check explain zb05 --checklist basics
show problems --quarter 2026Q4

echo; echo "== 2 November: what is overdue? cron asks the same / 11月2日，什么逾期了？cron 问的也是这一句"
export SIHU_NOW=2026-11-02T08:00
show due --branch zb05

echo; echo "== branch 5 rectifies, the inspector closes / 第五支部整改，检查方销号"
export SIHU_DEVICE=w5n8dz
printf '%s\n' '带教协议：新任组织委员由卫十三带教三个月。' >agreement.txt
show rectify submit q7u2ck-2 --note "已签带教协议" --evidence agreement.txt --as p011
show rectify verify q7u2ck-2 --note "自己核自己" --as p011
export SIHU_DEVICE=q7u2ck
show rectify verify q7u2ck-2 --note "协议属实，已开始带教" --as p003
show rectify show q7u2ck-2

echo; echo "== nothing was altered, everything is there / 一字未改，一件不少"
show verify

echo
echo "The workspace stays in $play; sihu is $build/tools/sihu"
echo "工作区留在 $play；程序是 $build/tools/sihu"
