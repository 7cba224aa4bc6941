import type { DocumentState } from "./document.ts";
import type { Meter } from "./meter.ts";

/** How an execution was started. It decides what it may do, and for how long. */
export type EntryPoint =
  | "menu"
  | "sidebar"
  | "time-trigger"
  | "simple-open"
  | "simple-edit"
  | "open-without-authorisation"
  | "custom-function";

export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
}

export interface TriggerState {
  readonly id: string;
  readonly handler: string;
  readonly source: "CLOCK" | "SPREADSHEETS";
  readonly event: string;
  readonly schedule: Readonly<Record<string, unknown>>;
}

export interface MenuState {
  readonly caption: string;
  readonly items: readonly { readonly caption: string; readonly functionName: string }[];
}

/** What the person sees, and the answers they give. */
export interface ScreenState {
  menus: MenuState[];
  sidebar: { readonly file: string; readonly title: string } | null;
  readonly alerts: { readonly title: string; readonly text: string }[];
  readonly toasts: string[];
  /** Answers to the alerts to come; OK where none is left. */
  readonly answers: string[];
}

/** All that outlives one execution. */
export interface World {
  readonly clock: { nowMs: number };
  readonly scriptZone: string;
  readonly document: DocumentState;
  readonly properties: Record<"document" | "script" | "user", Map<string, string>>;
  readonly screen: ScreenState;
  readonly outbox: MailMessage[];
  triggers: TriggerState[];
  mailQuota: number;
  /** Addresses that Google's mail refuses. */
  readonly refusedAddresses: Set<string>;
  /** The execution that holds the document lock, or someone else's. */
  lockHolder: object | null;
  /** Null outside a document: `getDocumentLock()` and `getActiveSpreadsheet()` give null. */
  readonly bound: boolean;
  readonly htmlFiles: ReadonlyMap<string, string>;
}

/** One run of one function. */
export interface Execution {
  readonly world: World;
  readonly entry: EntryPoint;
  readonly meter: Meter;
}
