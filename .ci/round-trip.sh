#!/usr/bin/env bash
# Takes an action plan through LibreOffice and back: CSV to ODS to CSV, as a person
# does who opens the plan in Calc, saves it as a spreadsheet and exports it again.
# Every word must come back, accents, line breaks and delimiters included; a number
# may be written another way (0.10 as 0.1). A tab within a cell is the one thing left
# out here: LibreOffice drops it when it reads a CSV file. It is done twice, once with what the
# import dialogue proposes and once with quoted cells taken as text; and the plan that
# came back is saved by wres and compared again.
#
# Exits 0 if all came back, 1 if not. Where LibreOffice is missing it says that
# nothing was tested and exits 0: such a run is no proof.
set -u
cd "$(dirname "$0")/.." || exit 1

if ! command -v soffice >/dev/null 2>&1; then
  echo "round-trip: NOT RUN, nothing was tested: LibreOffice (soffice) is not installed"
  exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/round-trip.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
helper=$work/planfile.test
go test -c -o "$helper" ./loaders/planfile || { echo "round-trip: the tests do not build"; exit 1; }

convert() {
  soffice --headless "-env:UserInstallation=file://$work/profile" "$@" >>"$work/log" 2>&1 || {
    cat "$work/log"
    exit 1
  }
}

# The tokens of the CSV filter: delimiter 44, quote 34, UTF-8 (76), first line 1; then
# whether quoted cells are text, whether numbers are looked for, and on export whether
# cells are written as shown.
failures=0
for quoted in false true; do
  folder=$work/$quoted
  mkdir "$folder"
  WRES_MAKE_HELPER=$folder/action-plan.csv "$helper" || exit 1
  convert --infilter="Text - txt - csv (StarCalc):44,34,76,1,,0,$quoted,false" --convert-to ods --outdir "$folder" "$folder/action-plan.csv"
  convert --convert-to "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true" --outdir "$folder/back" "$folder/action-plan.ods"
  for step in "as LibreOffice wrote it" "saved again by wres"; do
    if WRES_CHECK_HELPER=$folder/back/action-plan.csv "$helper"; then
      echo "round-trip (quoted cells as text: $quoted): every word came back, $step"
    else
      failures=$((failures + 1))
      echo "FAILED (quoted cells as text: $quoted), $step"
    fi
    WRES_MAKE_HELPER=$folder/back/action-plan.csv "$helper" || exit 1
  done
done
echo "round-trip: $failures failures"
[ $failures -eq 0 ]
