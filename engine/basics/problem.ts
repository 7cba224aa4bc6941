/** A fault in the user's data. Collected, never thrown; each says what it left out of the figures. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: "error" | "warning" | "note";
  /** Where the person finds it; `cell` is an A1 address, or null where a whole sheet or file is meant. */
  readonly where: Place;
  /** The text as it stands in the cell, shortened by the wording where long. */
  readonly value: string;
  /** What the figures do without: the whole deal, this one value, or nothing. */
  readonly excludes: "deal" | "value" | "nothing";
  /** Names and numbers that the wording needs, such as the other cell of a conflict. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface Place {
  readonly sheet: string;
  readonly cell: string | null;
}

/** What the timeline of a deal can have against it (engine/pipeline finds these). */
export type TimelineProblemCode =
  /** The row says a visit ended after the next one began. details: stage, next, leftDay, nextDay */
  | "visit-overlap"
  /** The row says a visit ended before the next one began. details: stage, next, leftDay, nextDay */
  | "visit-gap"
  /** The deal went forward over one or more stages. details: from, to, skippedCount */
  | "stage-jump"
  /** A day after today; the value is left out, or the deal where it starts then. details: field */
  | "day-in-future"
  /** A stage was entered before the deal was created. details: stage, createdDay */
  | "stage-before-created"
  /** Closed before it was created or entered its first stage: the closing day is left out. details: startDay */
  | "closed-before-opened"
  /** A stage was entered after the closing day; the later day counts. details: stage, changedDay */
  | "stage-after-closed"
  /** The expected close is the last day of the month of creation, a default nobody set: it counts as not set. */
  | "close-date-default"
  /** Over a fifth of all stage changes carry one day. details: changeCount, totalCount */
  | "bulk-edit"
  /** A won deal of zero or less: its amount is left out. */
  | "won-without-amount"
  /** An open deal carries a closing day: the day is left out. details: closedDay */
  | "open-with-closed-day"
  /** Won or lost, and nothing says when. details: outcome */
  | "closed-without-day"
  /** The deal's row says another outcome than its history. details: outcome, historyOutcome */
  | "outcome-differs-from-history"
  /** The deal's row says another stage than its history. details: stage, historyStage, counts (`the row` or `the history`) */
  | "stage-differs-from-history";

/** What the cells of the workbook can have against them (engine/intake finds these). */
export type IntakeProblemCode =
  /** A cell of a date column that is no date; the day is left out. */
  | "date-unreadable"
  /** A day before 1970 or after 2199; left out. */
  | "date-implausible"
  /**
   * A column whose dates read both day-first and month-first, and nothing decides. Once a column, at the first
   * such cell. details: header, reading (`day-first` or `month-first`, the one used), count
   */
  | "date-order-unclear"
  /**
   * A column with dates of both orders: those that can only be read one way are read so, the others as most of
   * the column. Once a column, at the first cell of the minority. details: header, reading, count (minority),
   * either (dates that may be misread, as they read both ways)
   */
  | "date-order-mixed"
  /**
   * Texts such as 31/01/2026 stand among true dates whose day is never above 12: a spreadsheet of the other
   * date order has probably swapped day and month of the true dates. Once a column. details: header, count
   */
  | "date-half-converted"
  /** A cell of an amount column that is no amount; the deal keeps its place, without money. */
  | "amount-unreadable"
  /**
   * One mark before three digits (`15.000`) that the column's other amounts leave open: thousands or decimals.
   * details: reading (as taken), other
   */
  | "amount-mark-unclear"
  /** A cell of a probability column that is no share; left out. */
  | "probability-unreadable"
  /** A probability below 0 or above 100 %; left out. */
  | "probability-out-of-range"
  /** A spreadsheet error where a text should be; read as blank. details: field */
  | "cell-error"
  /** Cells merged over several rows; each row has their text. Once a column. details: header, count (rows filled so) */
  | "cells-merged"
  /** A cell of the currency column that names no currency: the deal's amount is left out. */
  | "currency-unreadable"
  /** An amount in a currency without a rate: left out of money figures. details: currency, reportCurrency */
  | "currency-without-rate"
  /** The sign beside an amount is not that of the currency column, which counts. details: currency (as taken), sign */
  | "currency-conflict"
  /** Amounts without a currency beside others that have one: taken as the report's. Once a workbook. details: currency, count */
  | "currency-assumed"
  /** The only amount is an `Expected Revenue` beside a probability: perhaps it is weighted by it. Once a table. */
  | "amount-perhaps-weighted"
  /**
   * Amounts in several currencies and no report currency set: the commonest one is taken. Once a workbook.
   * details: reportCurrency, others (codes with `, ` between them)
   */
  | "currency-chosen"
  /** A deal's row names no stage and no outcome: it counts as open, in no stage (unless its history knows). */
  | "stage-missing"
  /** A stage that the given order does not list; it is placed by what is known of it. Once a stage. details: count */
  | "stage-unknown"
  /**
   * Spellings merged into one stage: they differ by case, spaces, accents, a number in front, or one letter.
   * Once a stage, at the first cell of another spelling. details: stage, spellings (with `, `), count
   */
  | "stage-spellings-merged"
  /**
   * A stage whose name does not tell whether it is open, won, lost or after the win. Once a stage. details: kind (as
   * taken), count; where nearly all its deals have a closing day: stage, dealCount, datedCount
   */
  | "stage-kind-unclear"
  /** Status, stage, days or probability contradict each other. details: outcome (as taken), by, other, otherBy */
  | "outcome-conflict"
  /** A deal is closed and nothing says how it ended: left out. */
  | "outcome-unclear"
  /** A word of the status column that says nothing of an outcome; the other columns decide. Once a word. details: count */
  | "status-unknown"
  /** A word of the status column that is one letter off. Once a word. details: status (as taken), count */
  | "status-slip"
  /** A deal that was deleted, or archived without an end: left out. */
  | "deal-archived"
  /** A row without an id in a table that has them: it goes by its name. details: id (as taken) */
  | "deal-without-id"
  /** The same row twice: one is left out. details: id, otherCell */
  | "duplicate-row"
  /** One id, two different rows: the fuller one is kept, the other left out. details: id, otherCell */
  | "duplicate-id"
  /** Two ids of the deal list are one number, written in two ways: they count as two deals. details: other, otherCell */
  | "id-nearly-same"
  /** A history writes ids in another way than the deal list (`007` for 7). Once a sheet. details: id (first deal), count */
  | "id-form-differs"
  /** A row of a deal table with a name and nothing else: left out. */
  | "row-without-data"
  /** A deal of a pipeline that is not read: left out. details: pipeline, read */
  | "other-pipeline"
  /**
   * A row that is no deal: a repeated header, a totals row, a note or another table below, or ids prepared for
   * later. details: kind (`header`, `total`, `note`, `table`, `unused`, `pipeline`: of another
   * pipeline, or `field`: log rows about other fields than the stage), count (rows it stands for)
   */
  | "row-skipped"
  /**
   * A table that is not read. Once a table, at the first cell of its header. details: kind (`deals`: it looks like
   * a list of deals, `copy`: its deals are in the list that is read, or `table`), count (its rows)
   */
  | "table-unread"
  /** A row of history that names a deal the deal sheet does not have; left out. */
  | "deal-unknown"
  /** A row of history that names a deal by a name that several deals have; left out. details: count */
  | "deal-ambiguous"
  /** A row of history without a deal; left out. */
  | "change-without-deal"
  /** A row of history without a stage; left out. */
  | "change-without-stage"
  /** A row of history without a day; left out. */
  | "change-without-day"
  /** A row of history says the deal came from another stage than its row before says. details: from, before */
  | "from-stage-differs"
  /** A sheet that looks like history, none of whose rows names a deal of the deal sheet: not read. */
  | "history-unrelated"
  /** A deal that is in no later snapshot, and was not closed in its last one: still counted as open. details: lastDay */
  | "snapshot-vanished"
  /** A value of the sheet `Pipecast Settings` that cannot be read; not set. details: setting */
  | "setting-unreadable"
  /** A name in the sheet `Pipecast Settings` that is no setting; not used. */
  | "setting-unknown"
  /** A kind of stage in the sheet `Pipecast Settings` that is none; not set. details: stage */
  | "stage-kind-unknown";

export type ProblemCode = TimelineProblemCode | IntakeProblemCode;
