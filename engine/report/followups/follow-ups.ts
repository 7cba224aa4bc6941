import type { Analysis } from "../../analysis.ts";
import type { Day } from "../../basics/day.ts";
import { groupBy } from "../../basics/group-by.ts";
import type { OpenDeal } from "../../measures/attention.ts";
import type { Deal } from "../../pipeline/pipeline.ts";
import { amountText, countedText, daysText, dayText } from "../numbers.ts";
import { dealName } from "../wording/deal-names.ts";
import { flagTitle, whyFlagged } from "../wording/flags.ts";
import {
  AFTER_WIN_TEMPLATE,
  ANY_STAGE_TEMPLATE,
  DEFAULT_TEMPLATES,
  REMINDER_TEMPLATE,
  type TemplateText,
} from "./default-templates.ts";
import { type Fields, fillTemplate } from "./fill-template.ts";

/** What a workbook may say of reminders, as intake reads it; keys are folded as `fold` does. */
export interface ReminderBook {
  readonly templates: ReadonlyMap<
    string,
    TemplateText & {
      readonly name: string;
      readonly where: { readonly sheet: string; readonly cell: string | null };
    }
  >;
  readonly addresses: ReadonlyMap<string, string>;
}

/** A mail ready to be shown, saved or sent. */
export interface Message {
  /** `reminder` goes to an owner; `draft` is for a contact, and only ever a draft. */
  readonly kind: "reminder" | "draft";
  /** The owner, or the customer. */
  readonly name: string;
  /** "" where nobody knows it. */
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly deals: readonly Deal[];
  /** For lists: each deal with its reasons, on one line. */
  readonly lines: readonly string[];
}

/** Something to do about one deal. */
export interface Task {
  readonly deal: Deal;
  readonly title: string;
  readonly text: string;
  readonly dueDay: Day;
}

export interface FollowUps {
  readonly reminders: readonly Message[];
  readonly drafts: readonly Message[];
  readonly tasks: readonly Task[];
  /** Why a message could not be written, as sentences. */
  readonly faults: readonly string[];
}

export interface FollowUpInputs {
  readonly analysis: Analysis;
  readonly book: ReminderBook;
  /** How intake compares names. */
  readonly fold: (name: string) => string;
  /** Deals that need no reminder now, by the place of their rows. */
  readonly isSettled: (owner: string, deal: Deal) => boolean;
}

/**
 * Who is to be reminded of which deals, ready drafts to contacts from the stage's template, and a task a deal. Only
 * flagged deals, and customers due for a call; owners whose address nobody knows get their reminder without one.
 */
export function followUps(inputs: FollowUpInputs): FollowUps {
  const { analysis } = inputs;
  const flagged = analysis.workList.filter(({ flags }) => flags.length > 0);
  const faults: string[] = [];
  const write = (message: Message | string): Message[] => {
    if (typeof message !== "string") return [message];
    faults.push(message);
    return [];
  };
  const pending = flagged.filter(({ deal }) => !inputs.isSettled(deal.owner, deal));
  const owners = groupBy(pending, ({ deal }) => deal.owner);
  const reminders = [...owners].flatMap(([owner, deals]) => write(reminder(owner, deals, inputs)));
  const drafts = [
    ...flagged.flatMap((open) =>
      open.deal.email === "" ? [] : write(draft(open.deal, stageTemplate(open, inputs), inputs)),
    ),
    ...analysis.advice.afterWin.due.flatMap(({ deal }) => {
      return deal.email === "" ? [] : write(draft(deal, templateOf(AFTER_WIN_TEMPLATE, inputs), inputs));
    }),
  ];
  return {
    reminders,
    drafts,
    tasks: flagged.map((open) => taskOf(open, inputs)),
    faults: [...new Set(faults)],
  };
}

/** One mail address and nothing else: some sheets name owners by it. */
const ADDRESS = /^[^\s@,;:<>()"\\]+@[^\s@,;:<>()"\\]+\.[^\s@,;:<>()"\\]+$/;

interface NamedTemplate extends TemplateText {
  readonly name: string;
  /** Where it stands; "" for Pipecast's own. */
  readonly place: string;
}

function templateOf(name: string, { book, fold }: FollowUpInputs): NamedTemplate {
  const own = book.templates.get(fold(name));
  if (own) return { ...own, place: ` in ${own.where.sheet}!${own.where.cell ?? "A1"}` };
  const { subject, text } = DEFAULT_TEMPLATES.get(name) ?? { subject: "", text: "" };
  return { name, subject, text, place: "" };
}

function stageTemplate({ deal }: OpenDeal, inputs: FollowUpInputs): NamedTemplate {
  const name = stageName(deal, inputs.analysis);
  return inputs.book.templates.has(inputs.fold(name))
    ? templateOf(name, inputs)
    : templateOf(ANY_STAGE_TEMPLATE, inputs);
}

function stageName({ stage }: Deal, { pipeline }: Analysis): string {
  return stage === null ? "" : (pipeline.stages[stage]?.name ?? "");
}

function reminder(owner: string, deals: readonly OpenDeal[], inputs: FollowUpInputs): Message | string {
  const lines = deals.map((open) => dealLine(open, inputs.analysis));
  const fields: Fields = new Map([
    ["owner", owner === "" ? "all" : owner],
    ["count", countedText(deals.length, "deal")],
    ["deals", lines.map((line) => `- ${line}`).join("\n")],
    ["day", dayText(inputs.analysis.asOfDay)],
  ]);
  return message(templateOf(REMINDER_TEMPLATE, inputs), fields, {
    kind: "reminder",
    name: owner,
    address: inputs.book.addresses.get(inputs.fold(owner)) ?? (ADDRESS.test(owner) ? owner : ""),
    deals: deals.map(({ deal }) => deal),
    lines,
  });
}

function dealLine({ deal, flags }: OpenDeal, analysis: Analysis): string {
  const amount = deal.amount === null ? "" : amountText(deal.amount, analysis.currency);
  const facts = [dealName(deal), stageName(deal, analysis), amount].filter((fact) => fact !== "");
  const cell = deal.where.cell === null ? "" : ` (${deal.where.sheet}!${deal.where.cell})`;
  return `${facts.join(", ")}${cell}: ${flags.map(whyFlagged).join(" ")}`;
}

function draft(deal: Deal, template: NamedTemplate, { analysis }: FollowUpInputs): Message | string {
  const inStage = deal.visits[deal.visits.length - 1]?.enteredDay ?? null;
  const fields: Fields = new Map([
    // A customer knows its own name.
    ["deal", dealName({ ...deal, account: "" })],
    ["customer", deal.account],
    ["owner", deal.owner],
    ["stage", stageName(deal, analysis)],
    ["product", deal.product],
    ["amount", deal.amount === null ? "" : amountText(deal.amount, analysis.currency)],
    ["expected close", deal.expectedCloseDay === null ? "" : dayText(deal.expectedCloseDay)],
    ["next step", deal.nextStep],
    ["time in stage", inStage === null ? "" : daysText(analysis.asOfDay - inStage)],
    ["day", dayText(analysis.asOfDay)],
  ]);
  const name = deal.account === "" ? dealName(deal) : deal.account;
  return message(template, fields, { kind: "draft", name, address: deal.email, deals: [deal], lines: [] });
}

function message(
  template: NamedTemplate,
  fields: Fields,
  rest: Pick<Message, "kind" | "name" | "address" | "deals" | "lines">,
): Message | string {
  const subject = fillTemplate(template.subject, fields);
  const text = fillTemplate(template.text, fields);
  if ("unfilled" in subject) return faultText(subject.unfilled, template, fields, rest.deals);
  if ("unfilled" in text) return faultText(text.unfilled, template, fields, rest.deals);
  return { ...rest, subject: oneLine(subject.text), text: text.text };
}

/** A subject is one line whatever its fields hold: a line break would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function faultText(
  { field, isUnknown }: { readonly field: string; readonly isUnknown: boolean },
  template: NamedTemplate,
  fields: Fields,
  deals: readonly Deal[],
): string {
  if (isUnknown) {
    const known = [...fields.keys()].map((name) => `{${name}}`).join(", ");
    return `The template "${template.name}"${template.place} names {${field}}, which nothing fills. It may name ${known}.`;
  }
  const [deal] = deals;
  const where = deal?.where.cell ? ` (${deal.where.sheet}!${deal.where.cell})` : "";
  const name = deal ? dealName(deal) : "This deal";
  return `${name}${where} has no ${field}, which the template "${template.name}"${template.place} names: no draft was written. Fill it in, or leave {${field}} out.`;
}

function taskOf({ deal, flags }: OpenDeal, { analysis }: FollowUpInputs): Task {
  const kinds = flags.map(({ code }) => flagTitle(code).toLowerCase()).join(", ");
  return {
    deal,
    title: `${dealName(deal)}: ${kinds}`,
    text: flags.map(whyFlagged).join(" "),
    dueDay: analysis.asOfDay,
  };
}
