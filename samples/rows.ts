import type { Day } from "../engine/basics/day.ts";
import type { Cell, Grid } from "../engine/grid/grid.ts";
import { type Book, closedWord, stageName, stagesEntered, type WrittenDeal } from "./paperwork.ts";

/** A column of a deal list: its header, and what a row holds. */
type Column = readonly [string, (deal: WrittenDeal, book: Book) => Cell];

const dayCell = (day: Day | null): Cell => (day === null ? null : { kind: "day", day, second: 0 });
const moneyCell = (deal: WrittenDeal, book: Book): Cell => ({
  kind: "money",
  amount: deal.amount,
  currency: book.scenario.amounts.currency,
});

const HEAD: readonly Column[] = [
  ["Deal ID", (deal) => deal.id],
  ["Deal name", (deal) => deal.name],
  ["Account", (deal) => deal.accountName],
  ["Contact email", (deal) => deal.email],
  ["Owner", (deal) => deal.traits.owner],
  ["Source", (deal) => deal.traits.source],
  ["Product", (deal) => deal.traits.product],
  ["Region", (deal) => deal.traits.region],
];
const TAIL: readonly Column[] = [
  ["Amount", moneyCell],
  ["Created", (deal) => dayCell(deal.createdDay)],
  ["Expected close", (deal) => dayCell(deal.expectedCloseDay)],
  ["Closed", (deal) => dayCell(deal.closedDay)],
  ["Last activity", (deal) => dayCell(deal.lastActivityDay)],
  ["Next step", (deal) => deal.nextStep],
  ["Probability", (deal) => deal.probability],
  ["Lost reason", (deal) => deal.lostReason],
];

/** A deal list whose Stage column tells the outcome too: `Closed won`, `Closed lost`, or Follow-up after a win. */
export function dealsGrid(book: Book): Grid {
  return table("Deals", book, [...HEAD, ["Stage", stageWithOutcome], ...TAIL]);
}

/** A deal list for a team without history: Stage keeps the stage a deal was in when it closed; Status tells how. */
export function dealsWithStatusGrid(book: Book): Grid {
  const status: Record<WrittenDeal["outcome"], string> = { won: "Won", lost: "Lost", open: "Open" };
  return table("Deals", book, [
    ...HEAD,
    ["Stage", stageAlone],
    ["Status", (deal) => status[deal.outcome]],
    ...TAIL,
  ]);
}

/** One row a change of stage, in the order in which they happened. */
export function historyGrid(book: Book): Grid {
  const changes = book.deals.flatMap((deal) =>
    stagesEntered(book, deal).map(([stage, day]) => ({ id: deal.id, stage, day })),
  );
  changes.sort((a, b) => a.day - b.day);
  const rows = changes.map(({ id, stage, day }): readonly Cell[] => [id, stage, dayCell(day)]);
  return { sheet: "Stage history", rows: [["Deal ID", "Stage", "Entered"], ...rows] };
}

/** A CRM's export: one column a stage with the day it was first entered; Close date is the plan while open. */
export function stageDatesGrid(book: Book): Grid {
  const { stages, followUp, amounts } = book.scenario;
  const words = [...stages.map((stage) => stage.name), "Closed won", "Closed lost", followUp.name];
  const entered = words.map((word): Column => [`Entered ${word}`, (deal) => firstEntered(book, deal, word)]);
  return table("Deals", book, [
    ["Deal ID", (deal) => deal.id],
    ["Deal name", (deal) => deal.name],
    ["Company", (deal) => deal.accountName],
    ["Deal owner", (deal) => deal.traits.owner],
    ["Lead source", (deal) => deal.traits.source],
    ["Product", (deal) => deal.traits.product],
    ["Region", (deal) => deal.traits.region],
    ["Deal stage", stageWithOutcome],
    ["Amount", (deal) => deal.amount],
    ["Currency", () => amounts.currency],
    ["Create date", (deal) => dayCell(deal.createdDay)],
    ["Close date", (deal) => dayCell(deal.closedDay ?? deal.expectedCloseDay)],
    ...entered,
  ]);
}

/** The open deals every `everyDays` days, and a closed one once, in the first snapshot after it closed. */
export function snapshotsGrid(book: Book, everyDays = 7): Grid {
  const rows: (readonly Cell[])[] = [["Deal ID", "Snapshot date", "Stage", "Amount", "Expected close"]];
  const firstDay = book.scenario.startDay + everyDays - 1;
  for (let day = firstDay; day <= book.asOfDay; day += everyDays) {
    for (const deal of book.deals) {
      const over = deal.closedDay !== null && deal.closedDay <= day - everyDays;
      if (deal.createdDay <= day && !over) rows.push(snapshotRow(book, deal, day));
    }
  }
  return { sheet: "Snapshots", rows };
}

function snapshotRow(book: Book, deal: WrittenDeal, day: Day): readonly Cell[] {
  const entered = stagesEntered(book, deal).filter(([, enteredDay]) => enteredDay <= day);
  const stage = entered[entered.length - 1]?.[0] ?? "";
  return [deal.id, dayCell(day), stage, moneyCell(deal, book), dayCell(deal.expectedCloseDay)];
}

function table(sheet: string, book: Book, columns: readonly Column[]): Grid {
  const header = columns.map(([name]) => name);
  return { sheet, rows: [header, ...book.deals.map((deal) => columns.map(([, cell]) => cell(deal, book)))] };
}

function stageAlone(deal: WrittenDeal, book: Book): string {
  if (deal.followUpDay !== null) return book.scenario.followUp.name;
  return stageName(book, deal.visits[deal.visits.length - 1]?.stage ?? 0);
}

function stageWithOutcome(deal: WrittenDeal, book: Book): string {
  return deal.outcome === "open" || deal.followUpDay !== null ? stageAlone(deal, book) : closedWord(deal);
}

function firstEntered(book: Book, deal: WrittenDeal, word: string): Cell {
  return dayCell(stagesEntered(book, deal).find(([stage]) => stage === word)?.[1] ?? null);
}
