import type { SidebarView } from "../server-api.ts";
import { Automation } from "./automation.tsx";
import { Accuracy, Forecast } from "./forecast.tsx";
import { count, reportText } from "./format.ts";
import { Bottleneck, Funnel } from "./funnel.tsx";
import { DealsToday, Problems, type Select, ShortList } from "./lists.tsx";
import { Recognised, Settings } from "./settings.tsx";
import { usePipecast } from "./use-pipecast.ts";

const FEW_WINS = 10;
const FEW_CLOSED = 30;
/** Points are long: with more of them the deals would be out of sight. */
const SHOWN_POINTS = 3;

/** The sidebar, 300 pixels wide. */
export function App() {
  const { state, ask, select } = usePipecast();
  const { doing, asked, view, error, status } = state;
  const busy = doing !== null;
  return (
    <main class="sidebar" aria-busy={busy}>
      <header>
        <h1>Pipecast</h1>
        <button type="button" class="action" disabled={busy} onClick={() => ask("refreshFromSidebar")}>
          Refresh forecast
        </button>
      </header>
      <p role="status" class="gray">
        {status}
      </p>
      {busy ? <progress aria-label={status} /> : null}
      {error === null ? null : (
        <p role="alert" class="error">
          {error}
        </p>
      )}
      {view?.analysis ? <Figures view={view} onSelect={select} /> : null}
      {view && !view.analysis ? (
        <Empty
          message={error === null ? view.message : null}
          busy={busy}
          onSetUp={() => ask("setUpFromSidebar")}
        />
      ) : null}
      {view ? (
        <>
          <Automation health={view.health} asked={asked} busy={busy} onSwitch={(job, on) => ask(job, on)} />
          <Settings view={view} busy={busy} onSave={(values) => ask("saveSettings", values)} />
        </>
      ) : null}
    </main>
  );
}

function Figures({ view, onSelect }: { readonly view: SidebarView; readonly onSelect: Select }) {
  const { analysis, headlines, health } = view;
  if (!analysis) return null;
  return (
    <>
      {health.lastRun ? null : <FirstUse view={view} />}
      <ThinData closed={analysis.deals.won + analysis.deals.lost} won={analysis.deals.won} />
      <Forecast view={analysis} />
      {headlines.length === 0 ? null : (
        <section aria-labelledby="know">
          <h2 id="know">What to know</h2>
          <ShortList
            rows={headlines.map((headline) => <li key={headline}>{reportText(headline)}</li>)}
            what="points"
            shown={SHOWN_POINTS}
            look="points"
          />
        </section>
      )}
      <DealsToday view={analysis} onSelect={onSelect} />
      <Bottleneck view={analysis} />
      <Funnel view={analysis} />
      <Problems view={analysis} onSelect={onSelect} />
      <Accuracy view={analysis} />
    </>
  );
}

/** Nothing is written before the person asks for it: first they see how their sheet is read. */
function FirstUse({ view }: { readonly view: SidebarView }) {
  return (
    <section aria-labelledby="first" class="block">
      <h2 id="first">Before the first refresh</h2>
      <p>
        This is how Pipecast reads your sheets. If it is right, click Refresh forecast: it adds report sheets
        and changes none of yours.
      </p>
      <Recognised view={view} />
    </section>
  );
}

function ThinData({ closed, won }: { readonly closed: number; readonly won: number }) {
  if (closed >= FEW_CLOSED && won >= FEW_WINS) return null;
  return (
    <p class="attention">
      {`Not enough history: ${count(closed)} closed ${closed === 1 ? "deal" : "deals"}, ${count(won)} won. Ranges are wide.`}
    </p>
  );
}

interface EmptyProps {
  /** Why; null where it stands above already. */
  readonly message: string | null;
  readonly busy: boolean;
  readonly onSetUp: () => void;
}

function Empty({ message, busy, onSetUp }: EmptyProps) {
  return (
    <section aria-labelledby="empty" class="block">
      <h2 id="empty">No deals found</h2>
      {message === null ? null : <p>{message}</p>}
      <p>Starting from nothing? Pipecast adds sheets for deals, their history, settings and a playbook.</p>
      <button type="button" class="create" disabled={busy} onClick={onSetUp}>
        Set up this spreadsheet
      </button>
    </section>
  );
}
