import { timer } from "../client/timer.ts";
import { type Answer, nothingYet, withPart } from "./answer-fields.ts";
import type { FinishPart, StreamPart } from "./sdk-types.ts";

/** What a watcher of a stream does. */
export interface StreamWatcher {
  /** A part came; gives it on, in its own time. */
  onPart(part: StreamPart): Promise<StreamPart>;
  /** The answer is complete; gives the last part on, in its own time. */
  onFinish(answer: Answer, finish: FinishPart): Promise<FinishPart>;
  /** The stream ended before its time, and why. */
  onBroken(answer: Answer, why: "aborted" | "error" | "interrupted"): void;
  /** Nobody has read on for a while, perhaps because nobody will. */
  onStalled(answer: Answer): void;
  /** Whether the caller has given up on the answer. */
  aborted(): boolean;
}

/** How long after its last part a reader has perhaps gone without a word: a tab that was closed tells no one. */
const STALL_MS = 5_000;

/** The same stream, part by part as it is read, with one who watches it. */
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
