// DuckDB's part of tests/bench/peers/run: node duckdb.mjs FILE.csv FILE.duckdb, where @duckdb/node-api is installed.
// Prints the milliseconds from opening the file to the checkpoint; starting node is not counted.
import { createRequire } from "node:module";
const { DuckDBInstance } = createRequire(process.cwd() + "/")("@duckdb/node-api");

const [source, into] = process.argv.slice(2);
const begin = performance.now();
const instance = await DuckDBInstance.create(into);
const connection = await instance.connect();
await connection.run("SET threads=2");
await connection.run(
  `CREATE TABLE persons AS SELECT * FROM read_csv('${source}', delim=';', decimal_separator=',', header=true)`);
await connection.run("CHECKPOINT");
console.log(Math.round(performance.now() - begin));
connection.closeSync();
instance.closeSync();
