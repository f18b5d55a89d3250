import type { CompareTokens } from "./word-difference.ts";

/** Compares, blocking the page for no longer than `timeout` milliseconds. */
export type Compare = (timeout: number) => CompareTokens;

let loaded: Compare | undefined;
let loading: Promise<Compare> | undefined;

/** The diff library, once loaded. */
export const loadedCompare = (): Compare | undefined => loaded;

/** The library while it is loading; undefined before and after. */
export const comingCompare = (): Promise<Compare> | undefined => (loaded ? undefined : loading);

/**
 * Loads the diff library when an edit begins, not with the page. After a failure, the next call tries again.
 */
export function loadCompare(): Promise<Compare> {
  loading ??= fetchCompare().catch((cause) => {
    loading = undefined;
    throw cause;
  });
  return loading;
}

async function fetchCompare(): Promise<Compare> {
  if (!("Segmenter" in Intl)) throw new Error("This browser cannot tell words apart (no Intl.Segmenter).");
  const { diffArrays } = await import("diff");
  loaded = (timeout) => (before, after) => diffArrays(before, after, { timeout });
  return loaded;
}
