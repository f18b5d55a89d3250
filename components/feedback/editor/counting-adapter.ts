import type { FeedbackAdapter, Receipt, SubmitHooks } from "../adapter/adapter.ts";
import type { FeedbackBody } from "../adapter/bodies.ts";
import { getMemory } from "../submission/remembered-rating.ts";
import { comingCompare } from "./compare-tokens.ts";
import { countMetadata, type EditCounts, type EditMetadata } from "./edit-measure.ts";

/** How long a correction waits for the library that counts its words, in milliseconds. */
const LIBRARY_WAIT_MS = 3_000;

/** An adapter that adds word counts to each correction. */
export interface CountingAdapter {
  adapter: FeedbackAdapter;
  /** Does not wait for counts any more: pending corrections are sent as they are. */
  hurry(): void;
}

/** Wraps the host's adapter. The widget shows the correction as in progress while its words are counted. */
export function countingAdapter(
  host: () => FeedbackAdapter,
  count: (text: string) => EditCounts | null,
): CountingAdapter {
  const waiting = new Set<() => void>();
  let last: FeedbackBody | undefined;

  function send(body: FeedbackBody, hooks?: SubmitHooks): Promise<Receipt> {
    last = body;
    return host().submit(body, hooks);
  }

  return {
    adapter: {
      submit(body, hooks) {
        // A retry of the same event has the same content, even if more could be counted by now.
        if (last && last.feedback_id === body.feedback_id) return send(last, hooks);
        const coming = needsCounts(body) && comingCompare();
        if (!coming) return send(body, hooks);
        const go = () => send(withCounts(body, count), hooks);
        return Promise.race([coming, inTime(waiting)]).then(go, go);
      },
      get remove() {
        const adapter = host();
        return adapter.remove && ((feedbackId: string) => adapter.remove?.(feedbackId) ?? Promise.resolve());
      },
      get memory() {
        return getMemory(host());
      },
    },
    hurry() {
      for (const go of waiting) go();
    },
  };
}

/** Resolves after a time, or when one of `waiting` is called. */
function inTime(waiting: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      resolve();
    };
    const timer = setTimeout(go, LIBRARY_WAIT_MS);
    waiting.add(go);
  });
}

const editOf = ({ metadata }: FeedbackBody): Partial<EditMetadata> => metadata?.edit ?? {};

/** Does not wait when the user leaves. */
function needsCounts(body: FeedbackBody): boolean {
  const { words_kept, trigger } = editOf(body);
  return words_kept === undefined && trigger !== "leave";
}

function withCounts(body: FeedbackBody, count: (text: string) => EditCounts | null): FeedbackBody {
  const edit = { ...countMetadata(count(body.correction_text ?? "")), ...editOf(body) };
  return { ...body, metadata: { ...body.metadata, edit } };
}
