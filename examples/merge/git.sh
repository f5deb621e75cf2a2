#!/bin/sh
# usage: git.sh [WORKSPACE]     run once in every clone, also in the first folder, which becomes a repository
# Makes git safe for a ledger: it keeps every byte, and never mixes two versions of one file.
# A workspace inside another repository gets one of its own, unless that other one keeps its files already.
# 让 git 原样保存台账：不改换行，不把同一文件的两个版本拼在一起。每个克隆里运行一次。
set -eu
unset $(git rev-parse --local-env-vars)   # a hook of another repository would send all of this there
cd "${1:-.}"
[ -f sihu.yaml ] || { echo "$PWD: no sihu.yaml here / 不是工作区" >&2; exit 2; }
if [ ! -e .git ]; then
  outer=$(git rev-parse --show-toplevel 2>/dev/null) || outer=
  if [ "$outer" ] && [ "$(git ls-files | head -n 1)" ]; then
    echo "$PWD: its files are in the repository $outer; move the workspace out of it first / 已在该仓库中，请先移出" >&2
    exit 2
  fi
  git init -q
fi

if [ ! -e .gitattributes ]; then
  cat >.gitattributes <<'ATTRIBUTES'
# A ledger line's bytes are what its check says: no line ends rewritten. Two versions of one file (one device in two
# clones) are a conflict to settle with git-fork.sh. merge=union would mix their lines and break both chains.
ledger/**    -text -merge
evidence/**  binary
# The digest of a document stands in the ledger, so it is the same on every machine.
*.yaml       text eol=lf
ATTRIBUTES
fi
grep -qsx '.sihu/' .gitignore || echo '.sihu/' >>.gitignore

# A fork's new name is no reason to carry the other side's lines over to it.
git config merge.renames false
git config merge.directoryRenames false

git add -A
git diff --cached --quiet || git commit -qm "the workspace 工作区"
