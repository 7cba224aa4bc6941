// DuckDB: the aggregates of a history in CSV. Arguments: the folder that holds DuckDB's package, and the file.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , folder, path] = process.argv;
const entry = createRequire(join(folder, "package.json")).resolve("@duckdb/node-api");
const { DuckDBInstance } = await import(pathToFileURL(entry));
const connection = await (await DuckDBInstance.create(":memory:")).connect();

const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
const quoted = path.replaceAll("'", "''");
await connection.run(`
  create temp table moves as
  select "Stage" as stage, "Value" as amount, "Changed on" as moved,
    lead("Stage") over deal as next, lead("Changed on") over deal as left_on
  from read_csv('${quoted}', header = true)
  window deal as (partition by "Deal ID" order by "Changed on")`);
const stages = await rowsOf(`
  select stage, count(*) as deals,
    count(*) filter (next is not null and next <> 'Lost') as advanced,
    count(*) filter (next = 'Lost') as lost,
    median(epoch(left_on - moved)) / 86400 as days
  from moves group by stage`);
const months = await rowsOf(`
  select strftime(moved, '%Y-%m') as month, sum(amount) as amount
  from moves where stage = 'Won' group by month order by month`);

const open = stages.filter(({ stage }) => stage !== "Won" && stage !== "Lost");
console.log(
  JSON.stringify({
    stages: open.map(({ stage, deals, advanced, lost, days }) => ({
      stage,
      deals: Number(deals),
      conversion: Number(advanced) / (Number(advanced) + Number(lost)),
      days: Number(days),
    })),
    months: months.map(({ month, amount }) => ({ month, amount: Number(amount) })),
  }),
);
