import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useEffect, useOptimistic, useState } from "react";

/** What is shown of an item beside the list. */
export interface ShownDetail {
  id: string;
  node: ReactNode;
  /** The prompt that the answer was made with, and its versions. */
  prompt: { template: string; versions: readonly string[] } | null;
}

/** How many details are kept that were shown before. */
const KEPT = 20;

/**
 * Which item is shown, and what of it. The page brings the next one along with the one that is asked for, so that going on
 * shows it at once; what was shown before is kept for the way back. The address follows.
 */
export function useShownItem(
  selectedId: string | null,
  details: readonly ShownDetail[],
  addressOf: (id: string) => string,
) {
  const router = useRouter();
  const [shownId, show] = useOptimistic(selectedId);
  const [before, setBefore] = useState<readonly ShownDetail[]>([]);
  useEffect(
    () =>
      setBefore((kept) =>
        [...details, ...kept.filter(({ id }) => details.every((each) => each.id !== id))].slice(0, KEPT),
      ),
    [details],
  );
  const detail = [...details, ...before].find(({ id }) => id === shownId) ?? null;
  const go = (id: string) => {
    if (id === shownId) return;
    startTransition(() => {
      show(id);
      router.replace(addressOf(id), { scroll: false });
    });
  };
  return { shownId, detail, go };
}
