import {
  type Analysis,
  buildReport,
  fieldText,
  forecastNotes,
  forecastSentences,
  methodPhrase,
  otherOutlook,
  pipelineJson,
  type Report,
  VERSION,
} from "../../engine/index.ts";
import type { PipelineView, ProblemView } from "../pipeline-view.ts";
import type { Health, LastRun, SidebarView } from "../server-api.ts";
import { analyseBook, type BookReading } from "./analyse-book.ts";
import type { Memory, MemoryKey } from "./store.ts";
import { lostTriggers } from "./triggers.ts";
import { plainMessage } from "./wording.ts";

/** A sidebar shows the worst of a list; the report sheets hold all. */
const MOST_ROWS = 50;

/** What the sidebar shows of a spreadsheet, worked out without writing anything. */
export function viewOf(reading: BookReading, memory: Memory): SidebarView {
  try {
    return viewOfAnalysis(reading, memory, analyseBook(reading));
  } catch (error) {
    return { ...frame(reading, memory), analysis: null, message: plainMessage(error), headlines: [] };
  }
}

export function viewOfAnalysis(reading: BookReading, memory: Memory, analysis: Analysis): SidebarView {
  const report = buildReport(analysis, { sourceName: "", version: VERSION });
  const view = withWords({ ...pipelineJson(analysis), notes: forecastNotes(analysis) }, analysis, report);
  return {
    ...frame(reading, memory),
    analysis: trimmed(view),
    message: null,
    headlines: headlinesOf(report, [
      ...forecastSentences(analysis),
      ...(view.bottlenecks ?? []).slice(0, 1).map(({ why }) => why),
    ]),
  };
}

function frame({ sheets, settings }: BookReading, memory: Memory) {
  const names = sheets.map((sheet) => sheet.getName()).filter((name) => !/^pipecast /i.test(name));
  return { sheets: names, settings: settings.values, health: healthOf(memory) };
}

/** The JSON document with the report's words: what columns are read as, the currency's sign, what methods do. */
function withWords(view: PipelineView, analysis: Analysis, { amountPrefix }: Report): PipelineView {
  const { recognition } = analysis;
  const texts = recognition.columns.map(({ field, stage }) => fieldText(field, stage));
  const columns = view.columns.map((column, index) => ({ ...column, readAs: texts[index] ?? column.field }));
  const backtest = view.backtest && {
    ...view.backtest,
    methods: view.backtest.methods.map((one) => ({ ...one, phrase: methodPhrase(one.method) })),
  };
  const forecastUnit = analysis.isCounted ? " won deals" : "";
  return { ...view, amountPrefix, forecastUnit, columns, backtest, otherOutlook: otherOutlook(analysis) };
}

function trimmed(view: PipelineView): PipelineView {
  const { openDeals, problems } = view;
  return {
    ...view,
    openDeals: openDeals?.slice(0, MOST_ROWS) ?? null,
    problems: [...problems].sort(worstFirst).slice(0, MOST_ROWS),
  };
}

const SEVERITIES = ["error", "warning", "note"];

function worstFirst(a: ProblemView, b: ProblemView): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

/** What the report's first sheet says one should know, without what the sidebar says in a place of its own. */
function headlinesOf({ sheets: [overview] }: Report, said: readonly string[]): readonly string[] {
  const cells = (overview?.rows ?? []).map(([first]) => first ?? null);
  return cells
    .flatMap((cell) => (cell?.style === "headline" ? [String(cell.value)] : []))
    .filter((text) => !said.some((one) => one !== "" && text.includes(one)));
}

function healthOf(memory: Memory): Health {
  const isOn = (key: MemoryKey): boolean => memory.get(key) !== "";
  const lastRun = memory.get("lastRun");
  return {
    lastRun: lastRun === "" ? null : (JSON.parse(lastRun) as LastRun),
    recording: isOn("recording"),
    reminders: isOn("reminders"),
    dailyRefresh: isOn("dailyRefresh"),
    lostTriggers: lostTriggers(isOn),
  };
}
