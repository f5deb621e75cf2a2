# A terminal for tests, read by others: tmux on a socket of its own, with a shell in it. Needs $program and $source.
# 供测试用的终端：独立的 tmux，里面是一个 shell。
command -v tmux >/dev/null || {
  echo "SKIPPED: there is no tmux"
  exit 77
}

work=$(mktemp -d)
mkdir "$work/w"
cp -r "$source"/tests/cli/fixture/inspection/. "$work/w"
server=
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  # What ran in it may still be writing.
  for _ in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$work" 2>/dev/null && return 0; sleep 0.2; done
}
trap end EXIT

failed=0
printf 'set -g status off\nset -sg escape-time 10\n' >"$work/tmux.conf"

in_tmux() { env -u TMUX LC_ALL=C.UTF-8 tmux -u -S "$work/socket" -f "$work/tmux.conf" "$@"; }

# terminal COLUMNS ROWS [NAME=VALUE...]: a shell in a window of that size, in the workspace $work/w.
terminal() {
  columns=$1
  rows=$2
  shift 2
  [ -z "$server" ] || kill "$server"
  while [ -S "$work/socket" ] && in_tmux has-session 2>/dev/null; do sleep 0.1; done
  in_tmux new-session -d -x "$columns" -y "$rows" -c "$work/w" \
    env -i PATH=/usr/bin:/bin HOME="$work" TERM=screen LANG=C.UTF-8 PS1='ready> ' HISTFILE= SIHU_DEVICE=k7m2qx \
    XDG_STATE_HOME="$work/state" XDG_CONFIG_HOME="$work/config" \
    ASAN_OPTIONS="${ASAN_OPTIONS-}" "$@" bash --norc --noprofile -i
  server=$(in_tmux display-message -p '#{pid}')
  shows 'ready>'
}

keys() { in_tmux send-keys "$@"; }             # keys NAME...: Enter, BSpace, C-c
text() { in_tmux send-keys -l -- "$1"; }       # text WORDS: as an input method commits them
resize() { in_tmux resize-window -x "$1" -y "$2"; }
screen() { in_tmux capture-pane -p "$@"; }

# shows WORDS / hides WORDS: within ten seconds the window has them, or has them no more.
wait_for() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40; do
    if screen | grep -qF -- "$2"; then seen=yes; else seen=no; fi
    [ "$seen" = "$1" ] && return 0
    sleep 0.25
  done
  echo "FAILED: expected [$2] to be on the screen: $1. It is:"
  screen
  failed=$((failed + 1))
}
shows() { wait_for yes "$1"; }
hides() { wait_for no "$1"; }

check() {  # check WHAT EXPECTED FOUND
  if [ "$2" = "$3" ]; then
    echo "ok: $1"
  else
    echo "FAILED: $1: expected [$2], found [$3]"
    failed=$((failed + 1))
  fi
}

# The process that fills the window.
running() {
  shell=$(in_tmux display-message -p '#{pane_pid}')
  cut -d ' ' -f 1 "/proc/$shell/task/$shell/children"
}

# The window is the shell's again, in its usual mode.
asked=0
restored() {
  shows 'ready>'
  asked=$((asked + 1))
  keys C-u
  text "echo mode-$asked=\$(stty -a | tr ' ;' '\n\n' | grep -cx 'icanon\|echo')"
  keys Enter
  shows "mode-$asked=2"
}

lines_of() { cat "$work"/w/ledger/2026Q4/*.tsv 2>/dev/null | grep -c "	$1	" || true; }
