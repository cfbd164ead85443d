#!/usr/bin/env bash
# The report as a web page in a browser: Chromium opens that of the built-in example, as it
# may be published and in full, and axe-core looks for what keeps people from reading it.
# Run it with a built program: .ci/page.sh PROGRAM.
#
# Exits 0 if no rule is broken, 1 if one is. Where Chromium, node or axe-core is missing it
# says that nothing was looked at and exits 0: such a run is no proof.
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)

not_run() {
	echo "page: NOT RUN, nothing was looked at: $*"
	exit 0
}
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || not_run "Chromium is not installed"
command -v node >/dev/null && command -v npm >/dev/null || not_run "node or npm is not installed"
work=$(mktemp -d "${TMPDIR:-/tmp}/page.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --prefix "$work" axe-core@4.14.1 puppeteer-core@24.43.1 >log 2>&1 || not_run "axe-core could not be installed"
"$program" report -o publication.html 2>log || { cat log; exit 1; }
"$program" report --full -o full.html 2>log || { cat log; exit 1; }
node "$here/page.js" "$work" "$chromium" publication.html full.html
