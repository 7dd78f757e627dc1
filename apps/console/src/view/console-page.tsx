import type { JSX } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { followProgress, noProgress, type Progress } from "../progress.ts";
import type { ConsoleEvent, ConsoleState, Problem } from "../report.ts";
import { ApplyDialog } from "./apply-dialog.tsx";
import { focusOn } from "./focus-on.ts";
import { ProblemList } from "./problem-list.tsx";
import { ProgressView } from "./progress-view.tsx";
import { ReportPage } from "./report-page.tsx";
import { showTheme } from "./show-theme.ts";

type Shown = Exclude<ConsoleState, { readonly kind: "applying" }> | { readonly kind: "reading" };

/** The page as `secgroup ui` serves it: it asks for the plan, and can have it carried out. */
export function ConsolePage(): JSX.Element {
  const [shown, show] = useState<Shown>({ kind: "reading" });
  const [progress, setProgress] = useState<Progress>(noProgress);
  const [isAsking, ask] = useState(false);
  const [isReading, read] = useState(false);
  const [isGone, lose] = useState(false);
  const plan = useCallback(async () => {
    const answer = await fetch("plan").catch(() => undefined);
    if (answer?.ok !== true) {
      read(false);
      lose(true);
      // A plan that is in sight stays there.
      return show((before) => (before.kind === "planned" ? before : { kind: "failed", problems: [] }));
    }
    const state: ConsoleState = await answer.json();
    read(false);
    if (state.kind !== "applying") show(state);
  }, []);
  useEffect(() => {
    void plan();
    const events = new EventSource("events");
    // Each connection tells the last apply from its beginning.
    events.addEventListener("open", () => {
      lose(false);
      setProgress(noProgress);
    });
    events.addEventListener("error", () => lose(true));
    events.addEventListener("message", ({ data }) => {
      const event: ConsoleEvent = JSON.parse(String(data));
      setProgress((before) => followProgress(before, event));
      if (event.kind === "ended") void plan();
    });
    return () => events.close();
  }, [plan]);
  const wasAsking = useRef(false);
  useEffect(() => {
    // The dialog takes the focus away with it.
    if (wasAsking.current && !isAsking) focusOn(progress.isRunning ? ".progress h2" : "header button.main");
    wasAsking.current = isAsking;
  }, [isAsking, progress.isRunning]);
  const close = (): void => setProgress(noProgress);
  const again = (): void => {
    read(true);
    close();
    void plan();
  };
  const apply = async (number: number): Promise<void> => {
    ask(false);
    setProgress({ ...noProgress, isRunning: true });
    const answer = await fetch("apply", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ number }),
    }).catch(() => undefined);
    // What has become of it nobody knows.
    if (answer === undefined) return lose(true);
    if (answer.ok) return;
    const { problems }: { readonly problems: readonly Problem[] } = await answer.json();
    setProgress({ ...noProgress, problems });
  };
  const view = <ProgressView progress={progress} isGone={isGone} onClose={close} />;
  if (shown.kind !== "planned")
    return <Message shown={isReading ? { kind: "reading" } : shown} progress={view} isGone={isGone} onAgain={again} />;
  const { report, isEmpty, number } = shown;
  const isBusy = progress.isRunning || isReading || isGone;
  return (
    <>
      <ReportPage
        report={report}
        progress={view}
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
  readonly progress: JSX.Element;
  readonly isGone: boolean;
  readonly onAgain: () => void;
}

/** While there is nothing to show. */
function Message({ shown, progress, isGone, onAgain }: MessageProperties): JSX.Element {
  useLayoutEffect(() => showTheme("auto"), []);
  return (
    <main class="message">
      <h1>secgroup</h1>
      {shown.kind === "reading" ? (
        <p role="status">Reading the clouds …</p>
      ) : (
        <>
          <div role="alert">
            <ProblemList problems={shown.problems} />
          </div>
          <button type="button" onClick={onAgain} disabled={isGone}>
            Try again
          </button>
        </>
      )}
      {progress}
    </main>
  );
}
