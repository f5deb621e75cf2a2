#!/bin/sh
# usage: replay.sh DIR [SIHU]
# Makes the workspace DIR and replays the year 2026 in it, command by command: four plans, sixteen inspections, what was
# found and what became of it, sessions, two tests, four bulletins' seals, two appraisals. The same ledger each time.
# 在 DIR 建工作区，把 2026 年一条命令一条命令地走一遍；每次得到同样的台账。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dir=$1
sihu=${2:-sihu}
export SIHU_DEVICE=k7m2qx  # in a real office each machine has its own: sihu makes it up

as() {  # as PERSON COMMAND...: what one person does, now
  person=$1
  shift
  "$sihu" -q -C "$dir" --as "$person" "$@"
}
on() {  # on DATE: from here on it is that day
  export SIHU_NOW="$1T09:00"
}

# The findings of a quarter that go one way: branch and item of each.
findings() {  # findings QUARTER THEN
  awk -F, -v quarter="$1" -v way="$2" '$1 == quarter && $6 == way { print $2, $3 }' "$here/findings.csv"
}
problem() {  # problem QUARTER BRANCH ITEM: its id
  as p900 problems --quarter "$1" --branch "$2" --columns id,item --format csv | awk -F, -v item="$3" '$2 == item { print $1 }'
}

# Who inspects whom says the plan; what was found says findings.csv, all else is as it should be.
inspect() {  # inspect QUARTER
  as p900 plan show "$1" --format csv | awk -F, '$1 == "check" { print $2, $4 }' | tr -d '\r' | while read -r from to; do
    inspector=p0${from#zb0}2
    as "$inspector" check form "$to" --checklist basics -o "$dir/form.csv"
    awk -F, -v OFS=, -v quarter="$1" -v branch="$to" -v findings="$here/findings.csv" '
      BEGIN { while ((getline line < findings) > 0) { split(line, f, ","); if (f[1] == quarter && f[2] == branch) { rule[f[3]] = f[4]; note[f[3]] = f[5] } }
              print "item,result,rule,note" }
      NR > 1 { print $1, $1 in rule ? "deduct" : "pass", rule[$1], note[$1] }' "$dir/form.csv" >"$dir/answers.csv"
    as "$inspector" check run "$to" --checklist basics --answers "$dir/answers.csv"
    as "p0${to#zb0}1" check confirm "$to" --checklist basics
    rm "$dir/form.csv" "$dir/answers.csv"
  done
}

# What became of it: submitted by the secretary, verified by the committee.
submit() {  # submit QUARTER THEN NOTE
  findings "$1" "$2" | while read -r branch item; do
    as "p0${branch#zb0}1" rectify submit "$(problem "$1" "$branch" "$item")" --note "$3"
  done
}
verify() {  # verify QUARTER THEN
  findings "$1" "$2" | while read -r branch item; do
    as p900 rectify verify "$(problem "$1" "$branch" "$item")" --note 看过材料，已改
  done
}
extend() {  # extend QUARTER DUE
  findings "$1" extended | while read -r branch item; do
    id=$(problem "$1" "$branch" "$item")
    as "p0${branch#zb0}1" rectify extend "$id" --due "$2" --note 等上级培训班
    as p900 rectify grant "$id" --due "$2" --note 同意
  done
}
learn() {  # learn DATE: the sessions of that day
  awk -F, -v day="$1" 'NR == 1 || $1 == day' "$here/sessions.csv" | as p900 learn record --answers -
}
examine() {  # examine QUARTER ANSWERS
  as p900 test paper "$1" half --seed "$1 公开抽签" >/dev/null
  as p900 test record "$1" half --answers "$here/$2"
  as p900 test grade "$1" half --record
}
appraise() {  # appraise HALF SCORER
  awk -F, -v half="$1" '$1 == half { print $2 }' "$here/scores.csv" | sort -u | while read -r person; do
    { echo item,points,reason; awk -F, -v half="$1" -v person="$person" '$1 == half && $2 == person { print $3 "," $4 "," $5 }' "$here/scores.csv"; } |
      as p900 appraise run "$1" "$person" --answers -
  done
}

SIHU_NOW=2026-01-05T09:00 "$sihu" -q init "$dir" --template party-branch
cp "$here/sihu.yaml" "$dir/"
cp "$here/checklists/cadre.yaml" "$dir/checklists/"
cp "$here/papers/half.yaml" "$dir/papers/"
rm "$dir/checklists/cadre7.yaml"

on 2026-01-06; as p900 plan 2026Q1 --seed '2026Q1 公开抽签' >/dev/null
on 2026-01-20; learn 2026-01-20
on 2026-02-05; inspect 2026Q1
on 2026-02-12; extend 2026Q1 2026-04-09; submit 2026Q1 returned 已分工
on 2026-02-13; findings 2026Q1 returned | while read -r branch item; do as p900 rectify reject "$(problem 2026Q1 "$branch" "$item")" --note 只有口头分工，要书面的; done
on 2026-02-24; submit 2026Q1 returned 已书面分工并公示; submit 2026Q1 closed 已改，材料在支部档案
on 2026-02-26; verify 2026Q1 closed; verify 2026Q1 returned; learn 2026-02-26
on 2026-03-18; submit 2026Q1 late 已补; as p012 practice add zb03 --item DW-08 --note 诉求登记一张表，谁办、几天办完都在上面
on 2026-03-20; verify 2026Q1 late
on 2026-03-31; as p900 seal --note '2026年第一季度通报'
on 2026-04-08; submit 2026Q1 extended 已参加培训班; as p900 plan 2026Q2 --seed '2026Q2 公开抽签' >/dev/null
on 2026-04-09; verify 2026Q1 extended
on 2026-05-12; inspect 2026Q2
on 2026-05-20; learn 2026-05-20; submit 2026Q2 closed 已改，材料在支部档案
on 2026-05-22; verify 2026Q2 closed
on 2026-06-10; examine 2026Q2 answers-2026Q2.csv
on 2026-06-25; submit 2026Q2 late 已补
on 2026-06-26; verify 2026Q2 late
on 2026-06-30; as p900 seal --note '2026年第二季度通报'; appraise 2026H1
on 2026-07-02; as p900 appraise publish 2026H1 --until 2026-07-10
on 2026-07-06; as p041 appraise appeal 2026H1 p041 --item DF-01 --note 五月的收据在财务处，当时没有看到; as p900 plan 2026Q3 --seed '2026Q3 公开抽签' >/dev/null
on 2026-07-09; as p900 appraise decide 2026H1 p041 --item DF-01 --points 13 --reason 财务处的收据齐全，只有一个月迟了一周
on 2026-08-06; inspect 2026Q3
on 2026-08-12; extend 2026Q3 2026-09-20
on 2026-08-19; learn 2026-08-19; submit 2026Q3 closed 已改，材料在支部档案
on 2026-08-21; verify 2026Q3 closed
on 2026-09-15; submit 2026Q3 extended 补选已完成，上级已批复
on 2026-09-17; verify 2026Q3 extended
on 2026-09-30; as p900 seal --note '2026年第三季度通报'
on 2026-10-09; as p900 plan 2026Q4 --seed '2026Q4 公开抽签' >/dev/null
on 2026-11-05; inspect 2026Q4
on 2026-11-18; learn 2026-11-18; submit 2026Q4 closed 已改，材料在支部档案
on 2026-11-20; verify 2026Q4 closed; as p022 practice add zb03 --item GK-02 --note 公开前一张流转单，审核、公示、留底各签一次
on 2026-12-09; examine 2026Q4 answers-2026Q4.csv
on 2026-12-30; appraise 2026H2
on 2026-12-31; as p900 seal --note '2026年第四季度通报'
