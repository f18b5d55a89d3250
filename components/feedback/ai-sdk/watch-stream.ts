import { timer } from "../client/timer.ts";
import { type Answer, nothingYet, withPart } from "./answer-fields.ts";
import type { FinishPart, StreamPart } from "./sdk-types.ts";

/** Callbacks of a stream's watcher. */
export interface StreamWatcher {
  /** A part arrived; passes it on, possibly later. */
  onPart(part: StreamPart): Promise<StreamPart>;
  /** The answer is complete; passes the last part on, possibly later. */
  onFinish(answer: Answer, finish: FinishPart): Promise<FinishPart>;
  /** The stream ended early, and why. */
  onBroken(answer: Answer, why: "aborted" | "error" | "interrupted"): void;
  /** The stream was not read for a while, and may never be again. */
  onStalled(answer: Answer): void;
  /** Whether the caller has aborted the answer. */
  aborted(): boolean;
}

/** How long after the last part the reader may be gone: a closed tab does not notify anyone. */
const STALL_MS = 5_000;

/** The same stream, read part by part, with a watcher. */
export function watchStream(
  source: ReadableStream<StreamPart>,
  watcher: StreamWatcher,
): ReadableStream<StreamPart> {
  const reader = source.getReader();
  const stalled = timer();
  let answer = nothingYet;
  let over = false;
  const end = () => {
    stalled.clear();
    over = true;
  };
  const broken = (why: "aborted" | "error" | "interrupted") => {
    if (!over) watcher.onBroken(answer, why);
    end();
  };
  return new ReadableStream<StreamPart>({
    async pull(controller) {
      stalled.clear();
      try {
        const { done, value } = await reader.read();
        if (done) {
          broken(watcher.aborted() ? "aborted" : "interrupted");
          return controller.close();
        }
        answer = withPart(answer, value);
        if (value.type === "finish") {
          end();
          controller.enqueue(await watcher.onFinish(answer, value));
        } else {
          controller.enqueue(await watcher.onPart(value));
          stalled.set(STALL_MS, () => over || watcher.onStalled(answer));
        }
      } catch (error) {
        broken(watcher.aborted() ? "aborted" : "error");
        controller.error(error);
      }
    },
    cancel(reason) {
      broken("aborted");
      return reader.cancel(reason);
    },
  });
}
