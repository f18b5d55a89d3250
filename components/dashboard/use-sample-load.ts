"use client";

import { useState } from "react";
import { refusal } from "../ui/send-json.ts";
import { readProgress } from "./read-progress.ts";

/** Where loading the sample project stands. */
export type SampleLoad =
  | { state: "idle" }
  | { state: "loading"; done: number; total: number; phase: string }
  | { state: "loaded"; slug: string }
  | { state: "failed"; message: string };

/** Loads the sample project and tells how far it is. */
export function useSampleLoad(): [SampleLoad, () => Promise<void>] {
  const [load, setLoad] = useState<SampleLoad>({ state: "idle" });
  const start = async () => {
    setLoad({ state: "loading", done: 0, total: 0, phase: "Starting" });
    let end: SampleLoad = {
      state: "failed",
      message: "The server stopped half way. Delete what there is and try again.",
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
