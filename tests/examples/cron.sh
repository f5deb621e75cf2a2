#!/bin/sh
# The recipes of examples/cron, as cron and systemd would run them: cron.sh PROGRAM SOURCE
# 用 cron 和 systemd 会用的方式跑一遍 examples/cron 里的做法。
set -eu
program=$1
recipes=$2/examples/cron

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_STATE_HOME="$work/state" HOME="$work" SIHU_NOW=
unset SIHU_NOW
mkdir "$work/bin"
ln -s "$program" "$work/bin/sihu"

failed=0
check() {  # check WHAT EXPECTED FOUND
  if [ "$2" = "$3" ]; then
    echo "ok: $1"
  else
    echo "FAILED: $1: expected [$2], found [$3]"
    failed=$((failed + 1))
  fi
}

"$program" init "$work/late" --demo -q
"$program" init "$work/calm" --template minimal -q

# What cron does: the variables of the table, a bare environment, /bin/sh, the line behind its five times.
line=$(grep -v '^#' "$recipes/crontab" | grep 'sihu due' | sed 's/^\([^ ]* *\)\{5\}//')
run_line() {
  env -i HOME="$work" LOGNAME=nobody SHELL=/bin/sh LANG=C.UTF-8 PATH="$work/bin:/usr/bin:/bin" \
    WORKSPACE="$1" /bin/sh -c "$line" >"$work/out" 2>"$work/err" && status=0 || status=$?
}
run_line "$work/late"
check "the crontab line says that something is overdue" 1 "$status"
check "and lists it" yes "$(grep -q '26Q2-' "$work/out" && echo yes || echo no)"
run_line "$work/calm"
check "the crontab line is silent when nothing is overdue" "0 " "$status $(cat "$work/out" "$work/err")"
run_line "$work/nowhere"
check "a workspace that is not there is another status" yes "$([ "$status" -gt 1 ] && echo yes || echo no)"

# The mail recipe, with a program that keeps what it is handed.
cat >"$work/bin/keep" <<'KEEP'
#!/bin/sh
cat >"$KEPT"
KEEP
chmod +x "$work/bin/keep"
mail() {
  env -i HOME="$work" PATH="$work/bin:/usr/bin:/bin" KEPT="$work/mail" SIHU="$program" SENDMAIL="$work/bin/keep" \
    MAILTO=office@example.org WORKSPACE="$1" /bin/sh "$recipes/mail.sh" >"$work/out" 2>"$work/err" && status=0 || status=$?
}
mail "$work/late"
check "the mail is handed over" 0 "$status"
check "to whom" "To: office@example.org" "$(grep '^To:' "$work/mail")"
check "with a subject any mail program can read" yes \
  "$(grep -q '^Subject: =?UTF-8?B?' "$work/mail" && echo yes || echo no)"
check "and a body that names the problems" yes \
  "$(sed '1,/^$/d' "$work/mail" | base64 -d | grep -q '26Q2-' && echo yes || echo no)"
rm -f "$work/mail"
mail "$work/calm"
check "nothing overdue, no mail" "0 no" "$status $([ -e "$work/mail" ] && echo yes || echo no)"

# A week of the other lines: what is due is told once, the ledger is looked at, sealed once a change.
cat >>"$work/late/sihu.yaml" <<'YAML'
remind: {deliver: [keep-all]}
YAML
cat >"$work/bin/keep-all" <<'KEEP'
#!/bin/sh
echo "$SIHU_PERSON" >>"$KEPT"
KEEP
chmod +x "$work/bin/keep-all"
said=
night() {  # night DAY WORD: the line of the crontab with that word, on that day
  line=$(grep -v '^#' "$recipes/crontab" | grep "sihu $2" | sed 's/^\([^ ]* *\)\{5\}//')
  env -i HOME="$work" XDG_STATE_HOME="$work/state" LANG=C.UTF-8 PATH="$work/bin:/usr/bin:/bin" WORKSPACE="$work/late" SIHU_NOW="$1T06:00" \
    SIHU_DEVICE=k7m2qx KEPT="$work/kept" /bin/sh -c "$line" >"$work/out" 2>&1 && status=0 || status=$?
  said=$(cat "$work/out")
}
: >"$work/out"
told=
for day in 05 06 07 08 09 10 11; do
  rm -f "$work/kept"
  night "2026-10-$day" remind
  check "night $day: reminders" 0 "$status"
  told="$told $(sort -u "$work/kept" 2>/dev/null | wc -l)"
  night "2026-10-$day" verify
  check "night $day: the ledger is untouched, and nothing is said" "0 " "$status $said"
  night "2026-10-$day" seal
  check "night $day: sealed, and nothing is said" "0 " "$status $said"
done
check "somebody is told on the first night" yes "$(echo "$told" | awk '{ print ($1 > 0) ? "yes" : "no" }')"
rm -f "$work/kept"
night 2026-10-11 remind
check "and nobody is told twice" "0 no " "$status $([ -e "$work/kept" ] && echo yes || echo no) $said"

# What the units run, with the environment that they give and no other: no home, and a folder for the state.
unit() {  # unit WORD DAY
  start=$(sed -n 's|^ExecStart=/usr/local/bin/||p' "$recipes/sihu-$1.service")
  state=$(sed -n 's|^Environment=XDG_STATE_HOME=|XDG_STATE_HOME='"$work"'|p' "$recipes/sihu-$1.service")
  folder=$(sed -n 's|^StateDirectory=||p' "$recipes/sihu-$1.service")
  [ -z "$folder" ] || mkdir -p "$work/var/lib/$folder"
  env -i HOME=/nonexistent PATH="$work/bin:/usr/bin:/bin" WORKSPACE="$work/late" SIHU_AS=p900 SIHU_NOW="$2T06:00" KEPT="$work/kept" \
    $state /bin/sh -c "$start" >"$work/out" 2>&1 && status=0 || status=$?
}
unit remind 2026-10-26
check "the unit reminds" "0 yes" "$status $([ -s "$work/kept" ] && echo yes || echo no)"
unit seal 2026-10-26
check "the unit seals" 0 "$status"
check "and its machine has an id of its own" yes "$(ls "$work/var/lib/sihu" | grep -q . && echo yes || echo no)"
unit verify 2026-10-26
check "the unit verifies" 0 "$status"

# A program of the workspace's own, from wherever the clock's job begins. Ended while it delivers, as when the machine
# goes down: whoever has the message is not told again.
sed -i 's|deliver: .*|deliver: [./keep-slowly]}|' "$work/late/sihu.yaml"
printf '#!/bin/sh\necho "$SIHU_PERSON" >>"$KEPT"\nsleep 1\n' >"$work/late/keep-slowly"
chmod +x "$work/late/keep-slowly"
rm -f "$work/kept"
export KEPT="$work/kept" SIHU_NOW=2026-11-30T06:00
cd /
"$program" remind -q --as p900 -C "$work/late" >"$work/out" 2>&1 &
job=$!
tries=0
until [ -s "$work/kept" ] || [ "$tries" -gt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
kill -TERM "$job"
wait "$job" && status=0 || status=$?
check "ended, it dies of the signal" 143 "$status"
sed -i 's/^sleep.*//' "$work/late/keep-slowly"
"$program" remind -q --as p900 -C "$work/late" >"$work/out" 2>&1 && status=0 || status=$?
check "and the next run tells the others" 0 "$status"
check "each once" "" "$(sort "$work/kept" | uniq -d)"
check "all of them" yes "$([ "$(wc -l <"$work/kept")" -gt 3 ] && echo yes || echo no)"
unset KEPT SIHU_NOW

# The units, as systemd reads them, with the paths of this machine.
if command -v systemd-analyze >/dev/null 2>&1; then
  units=
  for unit in sihu-due sihu-remind sihu-verify sihu-seal; do
    sed "s|/usr/local/lib/sihu/mail.sh|$recipes/mail.sh|; s|/usr/local/bin/sihu|$program|; s|^User=.*|User=daemon|; /^Documentation=/d" \
      "$recipes/$unit.service" >"$work/$unit.service"
    cp "$recipes/$unit.timer" "$work/"
    units="$units $work/$unit.service $work/$unit.timer"
  done
  systemd-analyze verify $units >"$work/out" 2>&1 && status=0 || status=$?
  check "systemd accepts all units" "0 " "$status $(cat "$work/out")"
else
  echo "skipped: systemd-analyze is not installed"
fi

[ "$failed" = 0 ]
