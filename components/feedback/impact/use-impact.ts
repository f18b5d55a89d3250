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
  /**
   * Says that the user has seen what is shown: call it once the notice is on the screen. It stays on this page, and is not
   * told again, on any device.
   */
  seen(): void;
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
  const read = useRead(options);
  useRedrawOnDismissal();
  const [own] = useState(() => Symbol("notice"));

  const closedIds = closed.of === interactionId ? closed.ids : [];
  const isNews = ({ improvement_id: id }: Improvement) =>
    !closedIds.includes(id) && !wasDismissed(adapter.memory, id) && (shownBy.get(id) ?? own) === own;
  const improvements = onDevice && !waiting ? newestFirst(found).filter(isNews) : [];
  useOnlyHere(own, improvements);

  return {
    improvements,
    unfolded,
    toggle,
    seen: () => read(idsOf(unfolded ? improvements : improvements.slice(0, 1))),
    dismiss() {
      const ids = idsOf(improvements);
      for (const id of ids) rememberDismissed(adapter.memory, id);
      setClosed({ of: interactionId, ids: [...closedIds, ...ids] });
      read(ids);
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

const idsOf = (improvements: readonly Improvement[]): string[] =>
  improvements.map(({ improvement_id }) => improvement_id);

/** Tells the adapter what was read, each improvement once. What cannot be told is told again by the next visit. */
function useRead({ interactionId, adapter }: ImpactOptions): (ids: readonly string[]) => void {
  const sent = useRef(new Set<string>());
  return (ids) => {
    const news = ids.filter((id) => !sent.current.has(id));
    if (news.length === 0) return;
    for (const id of news) sent.current.add(id);
    const tell = async () => adapter.impact?.(interactionId, news);
    tell().catch(() => {});
  };
}

/** The notice of this page that shows an improvement, by its id: a user with many answers reads of it once. */
const shownBy = new Map<string, symbol>();

function useOnlyHere(own: symbol, improvements: readonly Improvement[]): void {
  const ids = idsOf(improvements).join("\n");
  useEffect(() => {
    const shown = ids.split("\n").filter((id) => id !== "");
    for (const id of shown) if (!shownBy.has(id)) shownBy.set(id, own);
    // Another notice that was drawn together with this one came first.
    if (shown.some((id) => shownBy.get(id) !== own)) for (const redraw of drawn) redraw();
  }, [own, ids]);
  useEffect(
    () => () => {
      for (const [id, by] of shownBy) if (by === own) shownBy.delete(id);
      for (const redraw of drawn) redraw();
    },
    [own],
  );
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
