#!/bin/sh
# Mails what is overdue; says nothing when nothing is.
# 有逾期就发邮件，没有就什么也不说。
#
#   WORKSPACE   the folder with sihu.yaml                         工作区（必须）
#   MAILTO      one address, or several with commas between       收件人（必须）
#   MAILFROM    the sender; without it the mail program's own     发件人
#   SUBJECT     the subject, any language                         主题
#   SENDMAIL    a program that takes a mail as sendmail -t does   发信程序
#   SIHU        the sihu program                                  sihu 程序
#
# Exit status: 0 nothing is overdue, or the mail was handed over; 2 a variable is missing or wrong;
# otherwise the status of sihu or of the mail program, with what it said on standard error.
set -u
umask 077
PATH="${PATH:-/usr/bin:/bin}:/usr/local/bin:/usr/bin:/bin"
SUBJECT="${SUBJECT:-四互：有问题整改逾期 / sihu: problems are overdue}"
SENDMAIL="${SENDMAIL:-/usr/sbin/sendmail}"
SIHU="${SIHU:-sihu}"

fail() {
  status=$1
  shift
  printf 'mail.sh: %s\n' "$*" >&2
  exit "$status"
}

# A line break in a header would begin another header.
one_line() {
  [ -n "$2" ] || fail 2 "$1 is empty"
  [ "$(printf '%s' "$2" | tr -d '[:cntrl:]')" = "$2" ] || fail 2 "$1 holds a control character"
}

# RFC 2047: encoded words of at most 75 characters, none of them cutting a character in two.
encode_header() {
  printf '%s\n' "$1" | LC_ALL=C awk '{
    for (i = 1; i <= length($0); i++) {
      byte = substr($0, i, 1)
      begins = byte < "\200" || byte > "\277"
      if (begins && length(word) > 32) { print word; word = "" }
      word = word byte
    }
    print word
  }' | while IFS= read -r word; do
    printf ' =?UTF-8?B?%s?=\n' "$(printf '%s' "$word" | base64 | tr -d '\n')"
  done
}

# Base64 lets any length of line and any byte through; inside it lines end in CRLF.
body() {
  {
    cat "$work/out"
    [ -s "$work/err" ] && printf '\n' && cat "$work/err"
    printf '\n%s\n' "$WORKSPACE"
  } | awk '{ printf "%s\r\n", $0 }' | base64
}

message() {
  [ -z "${MAILFROM:-}" ] || printf 'From: %s\n' "$MAILFROM"
  printf 'To: %s\n' "$MAILTO"
  printf 'Subject:%s\n' "$(encode_header "$SUBJECT")"
  printf 'MIME-Version: 1.0\n'
  printf 'Content-Type: text/plain; charset=UTF-8\n'
  printf 'Content-Transfer-Encoding: base64\n'
  printf 'Auto-Submitted: auto-generated\n\n'
  body
}

one_line WORKSPACE "${WORKSPACE:-}"
one_line MAILTO "${MAILTO:-}"
one_line SUBJECT "$SUBJECT"
[ -z "${MAILFROM:-}" ] || one_line MAILFROM "$MAILFROM"

work=$(mktemp -d) || fail 4 "no temporary folder"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

"$SIHU" due --overdue -C "$WORKSPACE" >"$work/out" 2>"$work/err" </dev/null
status=$?
case $status in
  0) exit 0 ;;
  1) ;;
  *)
    cat "$work/out" "$work/err" >&2
    fail "$status" "$SIHU due --overdue -C $WORKSPACE: exit status $status"
    ;;
esac

message >"$work/mail" || fail 4 "could not write the mail"
"$SENDMAIL" -t -oi <"$work/mail" || fail $? "$SENDMAIL did not take the mail for $MAILTO"
