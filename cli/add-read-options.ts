import { type Command, Option } from "commander";

/** Adds the options of every command that reads. */
export function addReadOptions(command: Command): Command {
  return addOutputOptions(addTableOptions(command));
}

function addTableOptions(command: Command): Command {
  return command
    .option("--as-of <date>", "when knowledge stops, as YYYY-MM-DD (default: today)")
    .option("--deals <sheet>", "the sheet that lists the deals (default: found by its headers)")
    .option("--history <sheet>", "the sheet that lists the stage changes")
    .option("--stages <names>", 'the open stages in order: "Qualification, Proposal, Negotiation"')
    .option("--pipeline <name>", "the pipeline to read, where a sheet holds several")
    .option("--currency <code>", "the currency of the report, such as EUR")
    .option("--rate <code=worth>", "worth of one unit of another currency: USD=0.92 (repeatable)", collect)
    .addOption(new Option("--day-first", "read 03/04/2026 as 3 April").conflicts("monthFirst"))
    .addOption(new Option("--month-first", "read 03/04/2026 as 4 March").conflicts("dayFirst"))
    .option("--map <field=header>", 'say what a column holds: "amount=Deal value" (repeatable)', collect)
    .option("--horizon <months>", "how many months the forecast looks ahead (default: 6)")
    .option("--level <share>", "coverage of the intervals (default: 0.8)")
    .option("--seed <number>", "fixes every random draw (default: 1)");
}

function addOutputOptions(command: Command): Command {
  return command
    .option("--json", "print the figures as one JSON document")
    .option("--quiet", "no progress and no notes; report prints only where the workbook is")
    .option("--no-color", "no colour")
    .option("--debug", "show where in the program an error arose");
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
