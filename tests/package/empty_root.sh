# An otherwise empty root, read by others: needs $work, a folder. $root is the root, "in_root COMMAND..." runs in it.
# 一个别无他物的根目录。
root=$work/root
mkdir -p "$root/tmp"

# Without being root, a namespace of one's own does.
as_root=
if [ "$(id -u)" != 0 ]; then
  as_root="unshare --map-root-user"
  $as_root true 2>/dev/null || {
    echo "SKIPPED: neither root nor user namespaces"
    exit 77
  }
fi

in_root() {
  # shellcheck disable=SC2086  # one word per argument is meant
  env -i PATH="$PATH:/usr/sbin" HOME=/tmp SIHU_NOW=2026-10-12T09:30 SIHU_DEVICE=q7u2ck $as_root chroot "$root" "$@"
}

# says WHAT WORDS COMMAND...: the command ends well and its output has the words.
says() {
  what=$1
  words=$2
  shift 2
  status=0
  in_root "$@" >"$work/out" 2>&1 || status=$?
  [ "$status" = 0 ] || {
    cat "$work/out"
    echo "$what: exit status $status"
    exit 1
  }
  [ -z "$words" ] || grep -qF "$words" "$work/out" || {
    cat "$work/out"
    echo "$what: no line with: $words"
    exit 1
  }
}

# A first workspace, a look at it, a checklist in Chinese.
first_steps() {
  says version sihu "$1" --version
  says workspace "demo" "$1" init /tmp/demo --demo
  says problems "第五党支部" "$1" -C /tmp/demo problems --lang zh
  says branches "overdue" "$1" -C /tmp/demo problems --lang en
  says lint "" "$1" -C /tmp/demo lint
  says verify "校验链完整" "$1" -C /tmp/demo verify --lang zh
  says form "" "$1" -C /tmp/demo check form zb05 --checklist basics --as p003 -o /tmp/form.yaml
  grep -q '按期换届' "$root/tmp/form.yaml" || { echo "the form has no Chinese"; exit 1; }
}
