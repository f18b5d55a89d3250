"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { formatCount } from "#components/format/numbers.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { refusal } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { readProgress } from "./read-progress.ts";

/** A button that loads the sample project, and how far that is. */
export function SampleLoader({ refresh = false }: { refresh?: boolean }) {
  const [load, start] = useSampleLoad();
  const router = useRouter();
  const loaded = load.state === "loaded";
  useEffect(() => {
    if (loaded && refresh) router.refresh();
  }, [loaded, refresh, router]);
  if (load.state === "loading") return <Progress {...load} />;
  if (load.state === "loaded")
    return (
      <div className="space-y-3">
        <Notice tone="good">The sample project is loaded.</Notice>
        <ButtonLink href={`/${load.slug}`}>Open sample project</ButtonLink>
      </div>
    );
  return (
    <div className="space-y-3">
      {load.state === "failed" && <Notice tone="bad">{load.message}</Notice>}
      <Button onClick={start}>Load the sample project</Button>
    </div>
  );
}

const phaseWords: Readonly<Record<string, string>> = {
  interactions: "Creating answers",
  ratings: "Creating ratings",
  behaviour: "Creating user activity",
  metrics: "Computing metrics",
};

function Progress({ done, total, phase }: { done: number; total: number; phase: string }) {
  const words = `${phaseWords[phase] ?? phase}: ${formatCount(done)} of ${formatCount(total)} rows`;
  return (
    <div>
      <progress
        aria-label="Loading the sample project"
        className="block h-2 w-full overflow-hidden rounded-full accent-accent"
        {...(total > 0 ? { value: done, max: total } : {})}
      />
      <p className="mt-1.5 text-faint text-xs tabular-nums">{total > 0 ? words : "Starting"}</p>
    </div>
  );
}

/** The progress of loading the sample project. */
type SampleLoad =
  | { state: "idle" }
  | { state: "loading"; done: number; total: number; phase: string }
  | { state: "loaded"; slug: string }
  | { state: "failed"; message: string };

/** Loads the sample project and reports its progress. */
function useSampleLoad(): [SampleLoad, () => Promise<void>] {
  const [load, setLoad] = useState<SampleLoad>({ state: "idle" });
  const start = async () => {
    setLoad({ state: "loading", done: 0, total: 0, phase: "Starting" });
    let end: SampleLoad = {
      state: "failed",
      message: "The server stopped before the sample project was complete. Delete it and try again.",
    };
    try {
      const response = await fetch("/api/sample-project", { method: "POST" });
      if (!response.ok || !response.body)
        return setLoad({
          state: "failed",
          message: refusal(response.status, await response.json().catch(() => null)).message,
        });
      await readProgress(response.body, (line) => {
        if ("project_slug" in line) end = { state: "loaded", slug: line.project_slug };
        else if ("error" in line) end = { state: "failed", message: line.error };
        else setLoad({ state: "loading", ...line });
      });
    } catch {
      // The connection broke: what `end` says already.
    }
    setLoad(end);
  };
  return [load, start];
}
