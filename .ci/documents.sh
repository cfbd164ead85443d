#!/usr/bin/env bash
# The report for Word and for Excel through another program: LibreOffice opens both files
# of the built-in example and prints them as PDF. Run it with a built program:
# .ci/documents.sh PROGRAM.
#
# Exits 0 if both opened without a warning and have pages, 1 if not. Where LibreOffice is
# missing it says that nothing was opened and exits 0: such a run is no proof. The tests
# read both files back in any case.
set -euo pipefail
program=$(realpath "$1")

if ! command -v soffice >/dev/null 2>&1; then
	echo "documents: NOT RUN, nothing was opened: LibreOffice (soffice) is not installed"
	exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/documents.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
for form in docx xlsx; do
	"$program" report -o "report.$form" 2>log || { cat log; exit 1; }
	soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$form" "report.$form" >log 2>&1 || { cat log; exit 1; }
	# What it says of Java is about its own installation.
	if grep -v javaldx log | grep -iE 'warning|error|fail|repair|corrupt'; then
		echo "documents: LibreOffice has something to say of the $form file" >&2
		exit 1
	fi
	pages=$(grep -acE '/Type */Page([^s]|$)' "$form/report.pdf" || true)
	printf 'documents: %s, %d kB, %d pages\n' "$form" $(($(wc -c <"report.$form") / 1024)) "$pages"
	[ "$pages" -gt 0 ] || exit 1
done
