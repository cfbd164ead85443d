#!/usr/bin/env bash
# Runs the queries of 'wres sql' in PostgreSQL and in DuckDB over generated lists, and over one
# of a nation's size, and compares the figures with those of the same lists read as files.
# Takes the program, and how many rows the large list has (1,500,000). For before a release:
# it takes minutes.
#
# Exits 0 if all are the same, 1 if not. Where an engine is missing it says that it was not
# run: such a run is no proof.
set -euo pipefail
program=$(realpath "$1")
rows=${2:-1500000}
cd "$(dirname "$0")/.."
work=$(mktemp -d "${TMPDIR:-/tmp}/warehouses.XXXXXX")
stop=:
trap '$stop; rm -rf "$work"' EXIT

(cd testdata/warehouse && go test -count=1 -run '^TestWriteLists$' . -args -into "$work/lists" -rows "$rows")

# as prints and runs the queries of a list: engine, folder of the list, name of the result, word
# of the query, and what else the command needs. The engine's function is 'engine FILE.sql FILE.csv'.
as() {
  local engine=$1 dir=$2 out=$3 kind=$4
  shift 4
  local sql=$work/$engine.sql
  "$program" sql vocabulary --kind "$kind" --dialect "$engine" --from "$kind" --columns "$dir/$kind.toml" >"$sql"
  "$engine" "$sql" "$dir/$engine/$kind-vocabulary.csv"
  "$program" sql "$kind" --dialect "$engine" --from "$kind" --columns "$dir/$kind.toml" --vocabulary "$dir/$engine/$kind-vocabulary.csv" "$@" "$work" >"$sql" 2>>"$work/remarks"
  "$engine" "$sql" "$dir/$engine/counts/$out.csv"
  "$program" sql accounts --kind "$kind" --dialect "$engine" --from "$kind" --columns "$dir/$kind.toml" --vocabulary "$dir/$engine/$kind-vocabulary.csv" "$@" "$work" >"$sql" 2>>"$work/remarks"
  "$engine" "$sql" "$dir/$engine/$kind-accounts.csv"
}

failures=0
compare() { # engine, folder of the list
  local engine=$1 dir=$2
  mkdir -p "$dir/$engine/counts"
  "load_$engine" "$dir"
  local began=$SECONDS
  as "$engine" "$dir" workforce staff
  if [ -f "$dir/cases.toml" ]; then
    local staff=(--staff-from staff --staff-columns "$dir/staff.toml" --staff-vocabulary "$dir/$engine/staff-vocabulary.csv")
    as "$engine" "$dir" disciplinary cases "${staff[@]}"
    as "$engine" "$dir" training training "${staff[@]}"
    as "$engine" "$dir" recruitment applicants
  fi
  "$program" summary --csv "$dir/$engine/counts" >"$work/counted" 2>/dev/null
  "$program" summary --csv "$dir" >"$work/listed" 2>/dev/null
  # What check says of the list's rows is what the accounts say.
  cp "$dir/$engine/staff-accounts.csv" "$dir/$engine/counts/accounts.csv"
  for from in "$dir" "$dir/$engine/counts"; do
    "$program" check --json "$from" 2>/dev/null | node -e '
      const files = JSON.parse(require("fs").readFileSync(0)).files;
      const of = files.find((f) => f.kind === "staff list") ?? files.find((f) => f.kind === "accounts");
      console.log(of.people, JSON.stringify(of.excluded));' >"$work/check-$(basename "$from")" || true
  done
  if ! cmp -s "$work/listed" "$work/counted"; then
    failures=$((failures + 1))
    { diff "$work/listed" "$work/counted" || true; } | head -5
    echo "warehouses: $engine, $(basename "$dir"): the figures DIFFER"
  elif ! cmp -s "$work/check-$(basename "$dir")" "$work/check-counts"; then
    failures=$((failures + 1))
    cat "$work/check-$(basename "$dir")" "$work/check-counts"
    echo "warehouses: $engine, $(basename "$dir"): the accounts DIFFER"
  else
    echo "warehouses: $engine, $(basename "$dir"): $(wc -l <"$work/listed") lines of the summary are the same, $(cat "$work/check-counts"), $((SECONDS - began)) s"
  fi
}

tables() { # of a folder: name and file of each list
  local pair
  for pair in staff:staff-list.csv cases:disciplinary-cases.csv training:training-records.csv applicants:applicants.csv; do
    [ -f "$1/${pair#*:}" ] && printf '%s %s\n' "${pair%%:*}" "$1/${pair#*:}"
  done
  return 0
}

# PostgreSQL, as its own user, on the loopback address, in a folder of this run.
load_postgres() {
  local name file columns
  while read -r name file; do
    columns=$(head -n 1 "$file" | sed 's/,/" text, "/g')
    psql -q -c "DROP TABLE IF EXISTS \"$name\"" -c "CREATE TABLE \"$name\" (\"$columns\" text)" -c "\\copy \"$name\" FROM '$file' CSV HEADER" 2>/dev/null
  done < <(tables "$1")
}
postgres() { psql -q --csv -v ON_ERROR_STOP=1 -f "$1" >"$2"; }

bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$bin" ] || ! id postgres >/dev/null 2>&1; then
  echo "warehouses: NOT RUN in PostgreSQL, which is not installed"
else
  mkdir "$work/postgres" && chmod 755 "$work" && chown postgres "$work/postgres"
  export PGHOST=127.0.0.1 PGPORT=$((20000 + $$ % 20000)) PGUSER=postgres PGDATABASE=postgres
  as_postgres() { (cd / && runuser -u postgres -- "$@"); }
  as_postgres "$bin/initdb" -D "$work/postgres/data" -A trust -E UTF8 --locale=C >"$work/log"
  as_postgres "$bin/pg_ctl" -D "$work/postgres/data" -w -l "$work/postgres/log" -o "-c listen_addresses=127.0.0.1 -p $PGPORT -k $work/postgres" start >"$work/log"
  stop() { as_postgres "$bin/pg_ctl" -D "$work/postgres/data" -m immediate stop >/dev/null; }
  stop=stop
  for dir in "$work"/lists/*; do compare postgres "$dir"; done
fi

# DuckDB, of its package for Node.
load_duckdb() {
  rm -f "$work/duckdb.db"
  # shellcheck disable=SC2046 # two words a list
  (cd "$work/node" && node warehouse.mjs "$work/duckdb.db" load $(tables "$1"))
}
duckdb() { (cd "$work/node" && node warehouse.mjs "$work/duckdb.db" query "$1" "$2"); }

mkdir "$work/node" && cp .ci/warehouse.mjs "$work/node/"
if ! command -v npm >/dev/null || ! (cd "$work/node" && npm init -y && npm install --no-audit --no-fund @duckdb/node-api) >"$work/log" 2>&1; then
  echo "warehouses: NOT RUN in DuckDB, whose package for Node cannot be installed"
else
  for dir in "$work"/lists/*; do compare duckdb "$dir"; done
fi
[ "$failures" -eq 0 ]
