"use client";

import { type ReactNode, useState } from "react";
import { formatCountOf, formatDuration } from "#components/format/numbers.ts";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { costWords, doneOf, inputWords, progressWords, type RunJson, stateWords } from "./run-words.ts";
import { useRun } from "./use-run.ts";

interface RunCardProps {
  run: RunJson;
  /** Address of the run's routes. */
  url: string;
  /** How long it had taken when the page was drawn, in milliseconds. */
  elapsedMs: number;
  /** "Ada, 21 Nov 2026, 14:05". */
  started: string;
  /** How many logged answers the prices come from; null where none are known. */
  pricedFrom: number | null;
  mayRun: boolean;
  /** Its rows. */
  children: ReactNode;
}

/** One run: how far it is, what it took, the button that stops it, and its answers. */
export function RunCard({ url, started, pricedFrom, mayRun, children, ...given }: RunCardProps) {
  const { run, elapsedMs, take } = useRun(given.run, url, given.elapsedMs);
  const { progress, state } = run;
  return (
    <Card
      title={`Run of ${run.version}`}
      note={`${inputWords[run.inputs]} · ${run.model_name} · ${started}`}
      actions={
        <div className="flex items-center gap-2">
          <Badge tone={stateTones[state]}>{stateWords[state]}</Badge>
          {state === "running" && mayRun && <Stop url={url} onStopped={take} />}
        </div>
      }
      flush
    >
      <div className="space-y-2 px-4 pb-4">
        <Progress progress={progress} />
        <p role="status" className="text-soft text-sm">
          {progressWords(progress)}
        </p>
        <p className="text-faint text-xs">
          {formatDuration(elapsedMs)} · {costWords(progress)}
          {progress.cost_usd !== null &&
            pricedFrom !== null &&
            `, by the cost of ${formatCountOf(pricedFrom, "logged answer")} of ${run.model_name}`}
          {run.stopped_by && ` · Stopped by ${run.stopped_by}`}
        </p>
      </div>
      {children}
    </Card>
  );
}

const stateTones: Record<RunJson["state"], BadgeTone> = {
  running: "accent",
  finished: "good",
  stopped: "warn",
};

/** How much of a run is done, what failed in another color. */
function Progress({ progress }: Pick<RunJson, "progress">) {
  const { total, answered, failed, skipped } = progress;
  const share = (count: number) => `${(100 * count) / Math.max(1, total)}%`;
  return (
    <div
      role="progressbar"
      aria-label="Inputs done"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={doneOf(progress)}
      className="flex h-2 overflow-hidden rounded-full bg-sunken"
    >
      <span className="bg-accent transition-[width]" style={{ width: share(answered) }} />
      <span className="bg-bad transition-[width]" style={{ width: share(failed) }} />
      <span className="bg-line-strong transition-[width]" style={{ width: share(skipped) }} />
    </div>
  );
}

function Stop({ url, onStopped }: { url: string; onStopped: (run: RunJson) => void }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const stop = async () => {
    setBusy(true);
    const sent = await sendJson<RunJson>("POST", `${url}/stop`);
    setBusy(false);
    if (sent.ok) onStopped(sent.data);
    else setRefused(sent.message);
  };
  return (
    <>
      {refused && <Notice tone="bad">{refused}</Notice>}
      <Button size="small" tone="danger" busy={busy} onClick={stop}>
        Stop
      </Button>
    </>
  );
}
