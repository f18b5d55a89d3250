import type { SubmitHooks } from "../adapter/adapter.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type { EventReceipt } from "./event.ts";
import { quiet } from "./receipt.ts";

/** A promise of an event's outcome, with its callbacks. */
export interface Deferred {
  promise: Promise<EventReceipt>;
  resolve(receipt: EventReceipt | Promise<EventReceipt>): void;
  reject(refusal: FeedbackRefused): void;
  hooks: SubmitHooks[];
  /** Whether the event outlives the page. */
  durable: Promise<boolean>;
  /** Reports that the event is kept for now, if it still is once that is certain. */
  tellKept(offline: boolean, still: () => boolean): void;
}

/** A promise that does not have to be awaited. */
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

/** Calls a callback of the host. Its errors are the host's own, and must not stop the queue. */
export function callSafely(call: () => void): void {
  try {
    call();
  } catch {
    // Only the author of the callback could handle this.
  }
}
