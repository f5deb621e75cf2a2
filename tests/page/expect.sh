# What is expected of a page or a workbook, said one by one; `failed` counts what was not so. Sourced.
# 逐项说明是否符合。
failed=0
expect() {  # expect WHAT WANTED FOUND
  if [ "$2" = "$3" ]; then
    echo "ok: $1"
  else
    echo "FAILED: $1: expected $2, found $3"
    failed=$((failed + 1))
  fi
}
