"use client";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { type CompareTokens, type DifferencePart, wordDifference } from "./word-difference.ts";

/** How long a comparison may hold up the page, in milliseconds. */
const compareTimeout = 250;

/** A difference, or why there is none yet. */
export type WordDifference =
  | { status: "loading" }
  | { status: "failed" }
  | { status: "ready"; parts: DifferencePart[] };

/** The difference between two texts. The library that compares is fetched on first use, not with the page. */
export function useWordDifference(before: string, after: string): WordDifference {
  const [compare, setCompare] = useState<CompareTokens | "failed" | null>(null);
  const settled = useDeferredValue(after);
  useEffect(() => {
    let wanted = true;
    loadCompare().then(
      (loaded) => wanted && setCompare(() => loaded),
      () => wanted && setCompare("failed"),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return useMemo(() => {
    if (compare === null) return { status: "loading" };
    if (compare === "failed") return { status: "failed" };
    return { status: "ready", parts: wordDifference(before, settled, compare) };
  }, [before, settled, compare]);
}

async function loadCompare(): Promise<CompareTokens> {
  const { diffArrays } = await import("diff");
  return (before, after) => diffArrays(before, after, { timeout: compareTimeout });
}
