import { Command, Option } from "commander";
import { version } from "../package.json";
import { addReadOptions } from "./add-read-options.ts";
import type { BacktestValues } from "./commands/backtest.ts";
import type { FollowUpValues } from "./commands/followups.ts";
import type { ForecastValues } from "./commands/forecast.ts";
import type { ReportValues } from "./commands/report.ts";
import type { ReviewValues } from "./commands/review.ts";
import type { Io } from "./io.ts";
import type { ReadValues } from "./options.ts";

const FILE = "an .xlsx, .xlsm or .csv file, or - for CSV on standard input";

/**
 * Every command with its options and its help, on one page. What a command does is loaded when it is called, so that
 * help costs no more than reading this page.
 */
export function buildProgram(io: Io): Command {
  const program = new Command("pipecast")
    .description(
      "Where deals get stuck, how long they take, what will close and when, and which need somebody today.",
    )
    .version(version, "-V, --version", "the version")
    .helpOption("-h, --help", "this help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addReport(program, io);
  addForecast(program, io);
  addCheck(program, io);
  addBacktest(program, io);
  addReview(program, io);
  addFollowUps(program, io);
  addInit(program, io);
  return program;
}

function addReport(program: Command, io: Io): void {
  const command = program
    .command("report")
    .summary("the figures as a report workbook, and their summary here")
    .description(
      "Reads FILE and writes a report workbook beside it. FILE itself is changed only with --into. With --json the figures " +
        "are printed instead, and the workbook is written only where -o or --into says so.",
    )
    .argument("<file>", FILE)
    .option("-o, --output <out.xlsx>", "where the report goes (default: FILE's name with .report.xlsx)")
    .option("--review-since <date>", "the day the review begins (default: a week before the as-of day)")
    .option("--force", "replace OUT even where Pipecast did not write it")
    .option("--into", "add the report's sheets to FILE itself, or renew them there; keeps FILE.bak");
  addReadOptions(command).action(async (file: string, values: ReportValues) => {
    const { runReport } = await import("./commands/report.ts");
    await runReport(file, values, io);
  });
}

function addForecast(program: Command, io: Io): void {
  const command = program
    .command("forecast")
    .summary("what will be won, by month or quarter, and how sure that is")
    .description(
      "Shows what open deals and deals yet to come should bring, with the range and the record of past forecasts. Writes nothing.",
    )
    .argument("<file>", FILE)
    .addOption(byOption())
    .option(
      "--periods <number>",
      "how many months or quarters, the running one included (default: as --horizon)",
    )
    .option("--target <amount>", "the amount to win in each of them (default: as in the settings sheet)");
  addReadOptions(command).action(async (file: string, values: ForecastValues) => {
    const { runForecast } = await import("./commands/forecast.ts");
    await runForecast(file, values, io);
  });
}

function byOption(): Option {
  return new Option("--by <unit>", "by month or by quarter (default: month)").choices(["month", "quarter"]);
}

function addCheck(program: Command, io: Io): void {
  const command = program
    .command("check")
    .summary("what was recognised, and every problem with its cell")
    .description("Shows how FILE was understood and what in it needs correcting. Changes and writes nothing.")
    .argument("<file>", FILE);
  addReadOptions(command).action(async (file: string, values: ReadValues) => {
    const { runCheck } = await import("./commands/check.ts");
    await runCheck(file, values, io);
  });
}

function addBacktest(program: Command, io: Io): void {
  const command = program
    .command("backtest")
    .summary("how past forecasts would have done, beside simple methods")
    .description(
      "Goes back to past month-ends, forecasts from what was known then, and sets that against what came. Writes nothing.",
    )
    .argument("<file>", FILE)
    .addOption(byOption());
  addReadOptions(command).action(async (file: string, values: BacktestValues) => {
    const { runBacktest } = await import("./commands/backtest.ts");
    await runBacktest(file, values, io);
  });
}

function addReview(program: Command, io: Io): void {
  const command = program
    .command("review")
    .summary("what happened since a day, and the ten-minute agenda")
    .description(
      "Shows how the open pipeline went from one day to another: what is new, won, lost, moved, slipped and newly " +
        "at risk, and an agenda for ten minutes. Changes and writes nothing.",
    )
    .argument("<file>", FILE)
    .option(
      "--since <date>",
      "the day of the last review, as YYYY-MM-DD (default: a week before the as-of day)",
    );
  addReadOptions(command).action(async (file: string, values: ReviewValues) => {
    const { runReview } = await import("./commands/review.ts");
    await runReview(file, values, io);
  });
}

function addFollowUps(program: Command, io: Io): void {
  const command = program
    .command("followups")
    .summary("reminders, drafts to customers and tasks")
    .description(
      "Shows which deals need somebody and why, one reminder an owner. Writes drafts and tasks where you ask for " +
        "them, and sends reminders only with --smtp and --yes. Drafts to customers are never sent.",
    )
    .argument("<file>", FILE)
    .option("--eml <dir>", "write each reminder, and a draft to each customer, as an .eml file into DIR")
    .option("--ics <file.ics>", "write a calendar file with a task for each deal")
    .option("--smtp <url>", "the mail server: smtp://name:password@mail.example.com:587")
    .option("--yes", "really send the reminders by --smtp")
    .option("--from <address>", "the sender (default: as Pipecast Settings say)")
    .option("--every <days>", "remind nobody of the same deal twice within so many days (default: 7)")
    .option("--dry-run", "show all, those of the last days too, and write and send nothing");
  addReadOptions(command).action(async (file: string, values: FollowUpValues) => {
    const { runFollowUps } = await import("./commands/followups.ts");
    await runFollowUps(file, values, io);
  });
}

function addInit(program: Command, io: Io): void {
  program
    .command("init")
    .summary("an empty pipeline workbook: stages, drop-downs, history, settings, playbook")
    .description(
      "Writes a workbook for a team that starts today: seven stages with what to do in each, a deal sheet with " +
        "drop-downs, a stage history, settings, mail templates, a playbook, and ten example rows that are easily " +
        "removed. A file that is there already is never replaced.",
    )
    .argument("<new.xlsx>", "the workbook to write")
    .option("--quiet", "no notes")
    .option("--debug", "show where in the program an error arose")
    .action(async (file: string, values: { readonly quiet?: boolean }) => {
      const { runInit } = await import("./commands/init.ts");
      await runInit(file, values.quiet === true, io);
    });
}
