import type { SubmitHooks } from "../adapter/adapter.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type { EventReceipt } from "./event.ts";
import { quiet } from "./receipt.ts";

/** The one who waits to hear what became of an event. */
export interface Deferred {
  promise: Promise<EventReceipt>;
  resolve(receipt: EventReceipt | Promise<EventReceipt>): void;
  reject(refusal: FeedbackRefused): void;
  hooks: SubmitHooks[];
  /** Whether the event outlives the page. */
  durable: Promise<boolean>;
  /** Says that the event is kept for now, if it is still so once that is certain. */
  tellKept(offline: boolean, still: () => boolean): void;
}

/** A waiter whose promise may be left alone. */
export function deferred(hooks: SubmitHooks): Deferred {
  let resolve: Deferred["resolve"] = () => {};
  let reject: Deferred["reject"] = () => {};
  const promise = new Promise<EventReceipt>((onReceipt, onRefusal) => {
    resolve = onReceipt;
    reject = onRefusal;
  });
  quiet(promise);
  const made: Deferred = {
    promise,
    resolve,
    reject,
    hooks: [hooks],
    durable: Promise.resolve(false),
    tellKept(offline, still) {
      void made.durable.then((durable) => {
        if (still()) for (const { onKept } of made.hooks) callSafely(() => onKept?.({ durable, offline }));
      });
    },
  };
  return made;
}

/** Calls what the host gave us to call. What that throws is the host's own fault, and must not stop the queue. */
export function callSafely(call: () => void): void {
  try {
    call();
  } catch {
    // Nobody of ours could do better than whoever wrote the call.
  }
}
