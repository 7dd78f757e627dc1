import type { JSX } from "preact";
import { useCallback, useEffect, useLayoutEffect, useState } from "preact/hooks";
import { followProgress, noProgress, type Progress } from "../progress.ts";
import type { ConsoleEvent, ConsoleState, Problem } from "../report.ts";
import { ApplyDialog } from "./apply-dialog.tsx";
import { ProblemList } from "./problem-list.tsx";
import { ProgressView } from "./progress-view.tsx";
import { ReportPage } from "./report-page.tsx";
import { showTheme } from "./show-theme.ts";

type Shown = Exclude<ConsoleState, { readonly kind: "applying" }> | { readonly kind: "reading" };

const gone: Problem = {
  text: "secgroup ui does not answer any more",
  details: [],
  hint: "Start it again, and open the address that it prints.",
};

/** The page as `secgroup ui` serves it: it asks for the plan, and can have it carried out. */
export function ConsolePage(): JSX.Element {
  const [shown, show] = useState<Shown>({ kind: "reading" });
  const [progress, setProgress] = useState<Progress>(noProgress);
  const [isAsking, ask] = useState(false);
  const [isReading, read] = useState(false);
  const plan = useCallback(async () => {
    const answer = await fetch("plan").catch(() => undefined);
    const state: ConsoleState =
      answer?.ok === true
        ? await answer.json()
        : { kind: "failed", problems: [gone] };
    read(false);
    if (state.kind !== "applying") show(state);
  }, []);
  useEffect(() => {
    void plan();
    const events = new EventSource("events");
    // Each connection tells the last apply from its beginning.
    events.addEventListener("open", () => setProgress(noProgress));
    events.addEventListener("message", ({ data }) => {
      const event: ConsoleEvent = JSON.parse(String(data));
      setProgress((before) => followProgress(before, event));
      if (event.kind === "ended") void plan();
    });
    return () => events.close();
  }, [plan]);
  const again = (): void => {
    read(true);
    void plan();
  };
  const apply = async (number: number): Promise<void> => {
    ask(false);
    setProgress({ ...noProgress, isRunning: true });
    const answer = await fetch("apply", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ number }),
    });
    if (answer.ok) return;
    const { problems }: { readonly problems: readonly Problem[] } = await answer.json();
    setProgress({ ...noProgress, problems });
  };
  if (shown.kind !== "planned")
    return <Message shown={isReading ? { kind: "reading" } : shown} progress={progress} onAgain={again} />;
  const { report, isEmpty, number } = shown;
  const isBusy = progress.isRunning || isReading;
  return (
    <>
      <ReportPage
        report={report}
        progress={<ProgressView progress={progress} />}
        actions={
          <>
            <button type="button" class="again" onClick={again} disabled={isBusy}>
              {isReading ? "Reading …" : "Plan again"}
            </button>
            <button type="button" class="main" onClick={() => ask(true)} disabled={isEmpty || isBusy}>
              Apply…
            </button>
          </>
        }
      />
      {isAsking ? <ApplyDialog report={report} onApply={() => void apply(number)} onCancel={() => ask(false)} /> : null}
    </>
  );
}

interface MessageProperties {
  readonly shown: Exclude<Shown, { readonly kind: "planned" }>;
  readonly progress: Progress;
  readonly onAgain: () => void;
}

/** While there is nothing to show. */
function Message({ shown, progress, onAgain }: MessageProperties): JSX.Element {
  useLayoutEffect(() => showTheme("auto"), []);
  return (
    <main class="message">
      <h1>secgroup</h1>
      <ProgressView progress={progress} />
      {shown.kind === "reading" ? (
        <p role="status">Reading the clouds …</p>
      ) : (
        <>
          <div role="alert">
            <ProblemList problems={shown.problems} />
          </div>
          <button type="button" onClick={onAgain}>
            Try again
          </button>
        </>
      )}
    </main>
  );
}
