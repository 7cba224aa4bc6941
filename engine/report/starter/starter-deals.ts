import type { Day } from "../../basics/day.ts";
import { amountCell, dayCell, textCell } from "../cells.ts";
import type { ReportCell } from "../report.ts";

/** The deal sheet's columns, in order: header, width and what stands in them. */
export const DEAL_COLUMNS = [
  { header: "Deal ID", width: 10, unit: "text" },
  { header: "Deal name", width: 26, unit: "text" },
  { header: "Customer", width: 22, unit: "text" },
  { header: "Contact email", width: 26, unit: "text" },
  { header: "Owner", width: 12, unit: "text" },
  { header: "Source", width: 18, unit: "text" },
  { header: "Product", width: 14, unit: "text" },
  { header: "Region", width: 12, unit: "text" },
  { header: "Stage", width: 15, unit: "text" },
  { header: "Amount", width: 12, unit: "amount" },
  { header: "Created", width: 15, unit: "day" },
  { header: "Expected close", width: 15, unit: "day" },
  { header: "Closed", width: 15, unit: "day" },
  { header: "Last activity", width: 15, unit: "day" },
  { header: "Next step", width: 28, unit: "text" },
  { header: "Next step on", width: 15, unit: "day" },
  { header: "Lost reason", width: 18, unit: "text" },
] as const;

export const SOURCES = ["Website", "Referral", "Fair", "Cold call", "Partner", "Existing customer"] as const;
export const LOST_REASONS = ["Price", "No budget", "No answer", "Chose another", "No need", "Later"] as const;
export const OWNERS = ["Owner A", "Owner B"] as const;

/** An example deal; days are counted back from today, negative ones lie ahead. */
interface Example {
  /** Stages and the days on which they were entered. */
  readonly path: readonly (readonly [string, number])[];
  readonly amount: number;
  readonly expectedIn: number | null;
  readonly closedAgo?: number;
  readonly activeAgo: number;
  readonly nextStep?: readonly [string, number];
  readonly lostReason?: string;
}

const EXAMPLES: readonly Example[] = [
  {
    path: [["Prospecting", 3]],
    amount: 4000,
    expectedIn: 60,
    activeAgo: 3,
    nextStep: ["Find the right person", -2],
  },
  { path: [["Prospecting", 30]], amount: 2500, expectedIn: 45, activeAgo: 24 },
  {
    path: [
      ["Prospecting", 16],
      ["Qualification", 6],
    ],
    amount: 8000,
    expectedIn: 50,
    activeAgo: 2,
    nextStep: ["Call: need and budget", -1],
  },
  {
    path: [
      ["Prospecting", 28],
      ["Qualification", 21],
      ["Contact", 9],
    ],
    amount: 12000,
    expectedIn: 35,
    activeAgo: 4,
    nextStep: ["Meet the team", -3],
  },
  {
    path: [
      ["Qualification", 50],
      ["Contact", 42],
      ["Proposal", 27],
    ],
    amount: 15000,
    expectedIn: -3,
    activeAgo: 20,
    nextStep: ["Ask about the offer", 6],
  },
  {
    path: [
      ["Prospecting", 55],
      ["Qualification", 46],
      ["Contact", 33],
      ["Proposal", 20],
      ["Negotiation", 5],
    ],
    amount: 9500,
    expectedIn: 14,
    activeAgo: 1,
    nextStep: ["Settle the start", -4],
  },
  {
    path: [
      ["Contact", 48],
      ["Proposal", 35],
      ["Negotiation", 15],
      ["Closing", 2],
    ],
    amount: 22000,
    expectedIn: 6,
    activeAgo: 1,
    nextStep: ["Send the contract", 0],
  },
  {
    path: [
      ["Prospecting", 70],
      ["Qualification", 61],
      ["Contact", 50],
      ["Proposal", 34],
      ["Negotiation", 18],
      ["Closing", 9],
      ["Won", 5],
    ],
    amount: 6000,
    expectedIn: null,
    closedAgo: 5,
    activeAgo: 5,
  },
  {
    path: [
      ["Prospecting", 60],
      ["Qualification", 52],
      ["Contact", 40],
      ["Lost", 19],
    ],
    amount: 7000,
    expectedIn: null,
    closedAgo: 19,
    activeAgo: 19,
    lostReason: "No budget",
  },
  {
    path: [
      ["Qualification", 150],
      ["Contact", 141],
      ["Proposal", 125],
      ["Negotiation", 114],
      ["Closing", 108],
      ["Won", 102],
      ["Follow-up", 95],
    ],
    amount: 11000,
    expectedIn: null,
    closedAgo: 102,
    activeAgo: 95,
  },
];

/** How an example is told from the team's own deals. */
export const EXAMPLE_PREFIX = "EX-";

function idOf(index: number): string {
  return `${EXAMPLE_PREFIX}${String(index + 1).padStart(2, "0")}`;
}

/** The ten example rows of the deal sheet. */
export function exampleDeals(today: Day): readonly (readonly ReportCell[])[] {
  return EXAMPLES.map((example, index) => {
    const { path, amount, expectedIn, closedAgo, activeAgo, nextStep, lostReason = "" } = example;
    const day = (ago: number | null | undefined): ReportCell =>
      ago === null || ago === undefined ? textCell("") : dayCell(today - ago);
    const number = index + 1;
    return [
      textCell(idOf(index)),
      textCell(`Example deal ${number}`),
      textCell(`Example customer ${number}`),
      textCell(`contact${number}@example.com`),
      textCell(OWNERS[index % OWNERS.length] ?? ""),
      textCell(SOURCES[index % SOURCES.length] ?? ""),
      textCell(index % 2 === 0 ? "Product 1" : "Product 2"),
      textCell(index % 3 === 0 ? "North" : "South"),
      textCell(path[path.length - 1]?.[0] ?? ""),
      amountCell(amount),
      day(path[0]?.[1]),
      day(expectedIn === null ? null : -expectedIn),
      day(closedAgo),
      day(activeAgo),
      textCell(nextStep?.[0] ?? ""),
      day(nextStep?.[1]),
      textCell(lostReason),
    ];
  });
}

/** The examples' rows of the stage history: deal, stage, day entered. */
export function exampleHistory(today: Day): readonly (readonly ReportCell[])[] {
  return EXAMPLES.flatMap(({ path }, index) =>
    path.map(([stage, ago]) => [textCell(idOf(index)), textCell(stage), dayCell(today - ago)]),
  );
}
