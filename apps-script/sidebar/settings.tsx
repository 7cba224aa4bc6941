import { useEffect, useState } from "preact/hooks";
import type { ColumnView } from "../pipeline-view.ts";
import type { SettingValues, SidebarView } from "../server-api.ts";
import { reportText } from "./format.ts";

interface Props {
  readonly view: SidebarView;
  readonly busy: boolean;
  readonly onSave: (values: Partial<SettingValues>) => void;
}

const HELP: Readonly<Record<keyof SettingValues, string>> = {
  "Deals sheet": "The sheet that lists your deals.",
  "History sheet": "The sheet that lists stage changes.",
  Stages: "Open stages in order, separated by commas.",
  Currency: "Such as EUR. Blank: as found.",
  "Date order": "How 03/04/2026 is read.",
  Level: "How often a range should hold: 0.8 is 8 times in 10, as usual.",
  Target: "The amount to win in a month.",
  Horizon: "Months the forecast looks ahead; 6 if left blank.",
  "Reminders every (days)": "Nobody is reminded of a deal more often.",
};

const CHOICES: Partial<Record<keyof SettingValues, readonly string[]>> = {
  "Date order": ["", "day first", "month first"],
};

/** Sheets and columns as recognised, and what a person may set instead. */
export function Settings({ view, busy, onSave }: Props) {
  const [edits, setEdits] = useState<Partial<SettingValues>>({});
  useEffect(() => setEdits((now) => unsaved(now, view.settings)), [view]);
  const names = Object.keys(HELP) as (keyof SettingValues)[];
  return (
    <details class="block">
      <summary>Settings</summary>
      <Recognised view={view} />
      {(view.analysis?.problems ?? [])
        .filter(({ code }) => code === "setting-unreadable")
        .map(({ message, cell }) => (
          <p key={cell} role="alert" class="problem">
            {reportText(message)}
          </p>
        ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(edits);
        }}
      >
        {names.map((name) => (
          <Field
            key={name}
            name={name}
            value={edits[name] ?? view.settings[name]}
            choices={/sheet$/.test(name) ? ["", ...view.sheets] : CHOICES[name]}
            onChange={(value) => setEdits({ ...edits, [name]: value })}
          />
        ))}
        <button type="submit" class="create" disabled={busy}>
          Save settings
        </button>
      </form>
    </details>
  );
}

/** What is saved is no edit any more: the sheet may change it after. */
function unsaved(edits: Partial<SettingValues>, saved: SettingValues): Partial<SettingValues> {
  const names = Object.keys(edits) as (keyof SettingValues)[];
  const open = names.filter((name) => edits[name]?.trim() !== saved[name]);
  return Object.fromEntries(open.map((name) => [name, edits[name]]));
}

interface FieldProps {
  readonly name: keyof SettingValues;
  readonly value: string;
  readonly choices: readonly string[] | undefined;
  readonly onChange: (value: string) => void;
}

function Field({ name, value, choices, onChange }: FieldProps) {
  const id = `setting-${name.replace(/\W+/g, "-")}`;
  const shared = { id, value, "aria-describedby": `${id}-help` };
  return (
    <p class="field">
      <label for={id}>{name}</label>
      {choices ? (
        <select {...shared} onChange={(event) => onChange(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice === "" ? "found by Pipecast" : choice}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} type="text" onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      <span id={`${id}-help`} class="gray">
        {HELP[name]}
      </span>
    </p>
  );
}

/** Which column was read as what, for the person who has to trust it. */
export function Recognised({ view }: { readonly view: SidebarView }) {
  const { analysis } = view;
  if (!analysis) return null;
  const { deals, history } = analysis.source;
  return (
    <>
      <p>
        {`Your deals are in the sheet ${deals ?? "–"}. ` +
          (history === null
            ? "There is no sheet of stage changes."
            : `Their stage changes are in the sheet ${history}.`)}
      </p>
      {[...new Set(analysis.columns.map(({ sheet }) => sheet))].map((sheet) => (
        <ColumnsOf key={sheet} sheet={sheet} columns={analysis.columns} />
      ))}
      <p class="gray">
        Read wrongly? Add a line "Column: amount" with your header as its value to the sheet Pipecast
        Settings.
      </p>
    </>
  );
}

interface ColumnsProps {
  readonly sheet: string;
  readonly columns: readonly ColumnView[];
}

/** What the figures stand on. */
const MAIN_FIELDS = new Set(
  "id name stage outcome amount created closed changed-on from-stage to-stage snapshot-on".split(" "),
);
/** A column read with less certainty is one to look at. */
const SURE = 0.7;
/** To fold fewer saves no room. */
const FEWEST_FOLDED = 3;

/** The columns that matter most and those to look at; the rest on demand. */
function ColumnsOf({ sheet, columns }: ColumnsProps) {
  const own = columns.filter((column) => column.sheet === sheet);
  const isShown = ({ field, certainty }: ColumnView): boolean => MAIN_FIELDS.has(field) || certainty < SURE;
  const rest = own.filter((column) => !isShown(column));
  const caption = `Columns of ${sheet}, as recognised`;
  if (rest.length < FEWEST_FOLDED) return <ColumnTable caption={caption} columns={own} />;
  return (
    <>
      <ColumnTable caption={caption} columns={own.filter(isShown)} />
      <details>
        <summary>{`${rest.length} more columns`}</summary>
        <ColumnTable caption={`More columns of ${sheet}`} columns={rest} />
      </details>
    </>
  );
}

interface TableProps {
  readonly caption: string;
  readonly columns: readonly ColumnView[];
}

function ColumnTable({ caption, columns }: TableProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Read as</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, header, field, certainty, readAs = field }) => (
          <tr key={column}>
            <th scope="row">{`${column}: ${header}`}</th>
            <td>{certainty < SURE ? `${readAs} (not sure)` : readAs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
