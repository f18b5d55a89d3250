"use client";
import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from "react";
import type { FeedbackAdapter, Improvement } from "../adapter/adapter.ts";
import { newestFirst, rememberDismissed, wasDismissed } from "./known-improvements.ts";

/** Options of {@link useImpact}. */
export interface ImpactOptions {
  interactionId: string;
  /** Provides improvements with `impact`, and remembers closed notices in `memory`. */
  adapter: Pick<FeedbackAdapter, "impact" | "memory">;
  /** The improvements to show, if you know them. The adapter is then not asked. */
  improvements?: readonly Improvement[] | undefined;
  /** Whether the answer is still being generated. Nothing is shown until it is complete. */
  waiting?: boolean | undefined;
}

/** What a notice of improvements draws, and what its buttons do. */
export interface Impact {
  /** The improvements to show, newest first. Empty while loading, after an error, and once closed. */
  improvements: Improvement[];
  /** Whether older improvements are expanded. */
  unfolded: boolean;
  toggle(): void;
  /** Closes the notice and remembers the improvements it showed. */
  dismiss(): void;
  /** Whether the user closed the notice on this page. */
  dismissed: boolean;
}

/** Headless notice of shipped improvements. */
export function useImpact(options: ImpactOptions): Impact {
  const { interactionId, adapter, waiting = false } = options;
  const found = useFound(options);
  const onDevice = useOnDevice();
  const [unfolded, toggle] = useReducer((open: boolean) => !open, false);
  const [closed, setClosed] = useState<{ of: string; ids: string[] }>({ of: "", ids: [] });
  useRedrawOnDismissal();

  const closedIds = closed.of === interactionId ? closed.ids : [];
  const isNews = ({ improvement_id: id }: Improvement) =>
    !closedIds.includes(id) && !wasDismissed(adapter.memory, id);
  const improvements = onDevice && !waiting ? newestFirst(found).filter(isNews) : [];

  return {
    improvements,
    unfolded,
    toggle,
    dismiss() {
      const ids = improvements.map(({ improvement_id }) => improvement_id);
      for (const id of ids) rememberDismissed(adapter.memory, id);
      setClosed({ of: interactionId, ids: [...closedIds, ...ids] });
      for (const redraw of drawn) redraw();
    },
    dismissed: closedIds.length > 0,
  };
}

/** The improvements that the host, or else the adapter, knows. Errors are not shown to the user. */
function useFound({ interactionId, adapter, improvements, waiting }: ImpactOptions): readonly unknown[] {
  const latest = useRef(adapter);
  useEffect(() => {
    latest.current = adapter;
  });
  const [answer, setAnswer] = useState<{ to: string; found: readonly unknown[] }>({ to: "", found: [] });
  const asks = !improvements && !waiting;
  useEffect(() => {
    if (!asks) return;
    let current = true;
    const ask = async () => latest.current.impact?.(interactionId);
    ask().then(
      (found) => current && setAnswer({ to: interactionId, found: Array.isArray(found) ? found : [] }),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [interactionId, asks]);
  return improvements ?? (answer.to === interactionId ? answer.found : []);
}

/** All notices on the page: closing one may have covered what others show. */
const drawn = new Set<() => void>();

function useRedrawOnDismissal(): void {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    drawn.add(redraw);
    return () => void drawn.delete(redraw);
  }, []);
}

const never = () => () => {};

/** False on a server and during hydration: only the device knows what was closed. */
function useOnDevice(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
