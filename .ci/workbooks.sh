#!/usr/bin/env bash
# Turns the files of the example, and one of each kind, into workbooks with LibreOffice,
# and compares the figures that wres reads of them with those of the files. Published
# figures stay CSV: a sheet does not tell 98.0% printed from 98%.
# Takes the program as its argument.
#
# Exits 0 if all are the same, 1 if not. Where LibreOffice is missing it says that nothing
# was tested and exits 0: such a run is no proof.
set -u
program=$(realpath "$1") || exit 1
cd "$(dirname "$0")/.." || exit 1

if ! command -v soffice >/dev/null 2>&1; then
  echo "workbooks: NOT RUN, nothing was tested: LibreOffice (soffice) is not installed"
  exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/workbooks.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

# The tokens of the CSV filter: delimiter 44, quote 34, UTF-8 (76), first line 1; then
# English (2057), quoted cells as text, and numbers and days looked for.
failures=0
for from in testdata/extracts testdata/kinds; do
  name=$(basename "$from")
  mkdir "$work/$name-csv" "$work/$name"
  cp "$from"/*.csv "$work/$name-csv/" && rm -f "$work/$name-csv/action-plan.csv" "$work/$name-csv/published.csv"
  soffice --headless "-env:UserInstallation=file://$work/profile" \
    --infilter="Text - txt - csv (StarCalc):44,34,76,1,,2057,true,true" \
    --convert-to xlsx --outdir "$work/$name" "$work/$name-csv"/*.csv >"$work/log" 2>&1 || {
    cat "$work/log"
    exit 1
  }
  for folder in "$name" "$name-csv"; do
    cp testdata/extracts/wres.toml "$from/published.csv" "$work/$folder/"
    "$program" summary --json "$work/$folder" >"$work/$folder.json" 2>"$work/log" || { cat "$work/log"; exit 1; }
  done
  if sed 's/\.xlsx \[[^]]*\]/.csv/g' "$work/$name.json" | diff "$work/$name-csv.json" - >"$work/diff"; then
    echo "workbooks: $name gives the same figures as its files"
  else
    failures=$((failures + 1))
    echo "FAILED: $name gives other figures than its files"
    head -40 "$work/diff"
  fi
done
echo "workbooks: $failures failures"
[ $failures -eq 0 ]
