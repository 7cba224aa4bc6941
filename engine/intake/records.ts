import type { Day } from "../basics/day.ts";
import type { Problem } from "../basics/problem.ts";

/** What a column of the user's table holds. */
export type Field =
  | "id"
  | "name"
  | "account"
  | "email"
  | "owner"
  | "amount"
  | "currency"
  | "stage"
  | "stage-entered"
  | "created"
  | "closed"
  | "won-on"
  | "lost-on"
  | "expected-close"
  | "outcome"
  | "is-closed"
  | "is-active"
  | "is-lost"
  | "is-archived"
  | "probability"
  | "last-activity"
  | "next-step"
  | "next-step-on"
  | "source"
  | "lost-reason"
  | "product"
  | "region"
  | "pipeline"
  // fields of a history sheet, a field-history log or snapshots
  | "changed-on"
  | "left-on"
  | "from-stage"
  | "to-stage"
  | "changed-field"
  | "old-value"
  | "new-value"
  | "snapshot-on"
  // a stage-date column: the stage is in `RecognisedColumn.stage`
  | "entered-stage"
  | "left-stage";

export type HistoryShape = "history" | "stage-dates" | "snapshots" | "deals-only";
export type StageKind = "open" | "won" | "lost" | "after";

/** One stage name as found in the workbook, after spellings that mean the same were merged. */
export interface StageName {
  readonly name: string;
  readonly kind: StageKind;
  /** Position in the ladder of well-known stage words; null where the word is not known. */
  readonly ladderRank: number | null;
  /** Position the settings, the option or the order of stage-date columns gives; null where none does. */
  readonly givenRank: number | null;
  /** Every way it is spelled in the workbook, the commonest first. */
  readonly spellings: readonly string[];
}

/** One deal as its row says. Texts are trimmed and "" where blank; stage names are `StageName.name`. */
export interface DealRecord {
  readonly sheet: string;
  /** 0-based row in the sheet. */
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly email: string;
  readonly owner: string;
  readonly source: string;
  readonly product: string;
  readonly region: string;
  readonly lostReason: string;
  readonly nextStep: string;
  /** Converted to the report's currency; null where blank, unreadable, or without a rate. */
  readonly amount: number | null;
  /** The stage it stands in, of kind open or after; null where its cell is blank or only tells the outcome. */
  readonly stage: string | null;
  /** From status, stage word, won/lost days or probability; null where the row says nothing (history may). */
  readonly outcome: "won" | "lost" | "open" | null;
  readonly stageEnteredDay: Day | null;
  readonly createdDay: Day | null;
  /** The actual close; "Close date" of an open deal is `expectedCloseDay` instead. */
  readonly closedDay: Day | null;
  readonly expectedCloseDay: Day | null;
  readonly lastActivityDay: Day | null;
  readonly nextStepDay: Day | null;
  /** 0–1 */
  readonly probability: number | null;
}

/** One stage change: a row of a history sheet, a filled stage-date cell, or a change between snapshots. */
export interface ChangeRecord {
  readonly sheet: string;
  /** 0-based place of the cell that dates it. */
  readonly row: number;
  readonly column: number;
  readonly dealId: string;
  /** `StageName.name`, of any kind. */
  readonly stage: string;
  readonly day: Day;
  /** Time of day, 0 where unknown; only orders changes of the same day. */
  readonly second: number;
  /** The day the row says the stage was left; null where it does not. */
  readonly leftDay: Day | null;
}

/**
 * All stage changes, in columns with an entry a change (and spare room behind): as objects, millions of them would
 * not fit into memory.
 */
export interface Changes extends Iterable<ChangeRecord> {
  readonly length: number;
  /** The place of each change's deal in `Records.deals`. */
  readonly deals: Int32Array;
  /** The place of its stage in `stageNames`. */
  readonly stages: Int32Array;
  readonly stageNames: readonly string[];
  readonly days: Int32Array;
  readonly seconds: Float64Array;
  readonly rows: Int32Array;
  readonly columns: Uint16Array;
  readonly at: (index: number) => ChangeRecord;
}

/** What one snapshot says of one deal; stage changes between snapshots are `ChangeRecord`s as well. */
export interface SnapshotRecord {
  readonly dealId: string;
  readonly day: Day;
  readonly stage: string;
  readonly amount: number | null;
  readonly expectedCloseDay: Day | null;
}

/** A column that intake claimed, shown to the person who has to trust it. */
export interface RecognisedColumn {
  readonly field: Field;
  readonly header: string;
  readonly sheet: string;
  /** 0-based */
  readonly column: number;
  /** 0–1: how sure the recognition is. */
  readonly certainty: number;
  /** The stage of a stage-date column. */
  readonly stage?: string;
  /** The first few values as they stand. */
  readonly samples: readonly string[];
}

export interface Recognition {
  readonly dealsSheet: string | null;
  /** Further sheets of deals that are read together with it; absent where there are none. */
  readonly moreDealsSheets?: readonly string[];
  readonly historySheet: string | null;
  readonly shape: HistoryShape;
  /** 0-based header rows by sheet. */
  readonly headerRows: Readonly<Record<string, number>>;
  readonly columns: readonly RecognisedColumn[];
  /** The second-best sheet, where several could have been the deal sheet. */
  readonly runnerUp: string | null;
  /** Several pipelines in one sheet: which was read, and which were not. */
  readonly pipelineName: string | null;
  readonly otherPipelines: readonly string[];
  /** Sheets and columns with something in them that were not read. */
  readonly notRead: NotRead;
}

export interface NotRead {
  readonly sheets: readonly { readonly sheet: string; readonly rowCount: number; readonly hidden: boolean }[];
  readonly columns: readonly UnreadColumn[];
}

/** A column that was not read; `mayBe` where it alone holds what the deals lack. */
export interface UnreadColumn {
  readonly sheet: string;
  readonly column: number;
  readonly header: string;
  readonly mayBe?: "amount" | "created";
}

/** Somebody set the order, or stage-date columns or the numbers in front of stage names show it. */
export type OrderSource = "settings" | "columns" | "numbers";

/** All that intake makes of a workbook. */
export interface Records {
  readonly deals: readonly DealRecord[];
  readonly changes: Changes;
  readonly snapshots: readonly SnapshotRecord[];
  readonly stages: readonly StageName[];
  /** Where the given ranks of stages come from; absent where no stage has one. */
  readonly orderFrom?: OrderSource;
  readonly currency: string | null;
  /** Rows that name a deal and could not be used; each has a problem that excludes the deal. */
  readonly excludedCount: number;
  readonly recognition: Recognition;
  readonly problems: readonly Problem[];
}
