"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "../ui/button.tsx";
import { ButtonLink } from "../ui/button-link.tsx";
import { Notice } from "../ui/notice.tsx";
import { useSampleLoad } from "./use-sample-load.ts";
import { countWords } from "./words.ts";

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
        <ButtonLink href={`/${load.slug}`}>Open it</ButtonLink>
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
  interactions: "Writing answers",
  ratings: "Writing ratings",
  behaviour: "Writing what readers did",
  metrics: "Counting",
};

function Progress({ done, total, phase }: { done: number; total: number; phase: string }) {
  const words = `${phaseWords[phase] ?? phase}: ${countWords(done)} of ${countWords(total)} rows`;
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
