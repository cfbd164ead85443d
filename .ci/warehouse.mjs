// Runs a query in a DuckDB file and writes what it gives as CSV; or makes tables of lists.
//   node warehouse.mjs FILE query QUERY.sql RESULT.csv
//   node warehouse.mjs FILE load NAME LIST.csv [NAME LIST.csv …]
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [file, what, ...rest] = process.argv.slice(2);
const text = (s) => `'${s.replaceAll("'", "''")}'`;
const instance = await DuckDBInstance.create(file);
const connection = await instance.connect();
if (what === 'query') {
  const query = readFileSync(rest[0], 'utf8').trim().replace(/;$/, '');
  await connection.run(`COPY (\n${query}\n) TO ${text(rest[1])} (HEADER)`);
} else {
  for (let i = 0; i < rest.length; i += 2) {
    await connection.run(`CREATE TABLE "${rest[i]}" AS SELECT * FROM read_csv(${text(rest[i + 1])}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`);
  }
}
connection.closeSync();
instance.closeSync();
