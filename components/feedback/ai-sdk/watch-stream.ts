import { type Answer, nothingYet, withPart } from "./answer-fields.ts";
import type { FinishPart, StreamPart } from "./sdk-types.ts";

/** What a watcher of a stream does. */
export interface StreamWatcher {
  /** The answer is complete; gives the last part on, in its own time. */
  onFinish(answer: Answer, finish: FinishPart): Promise<FinishPart>;
  /** The stream ended before its time, and why. */
  onBroken(answer: Answer, why: "aborted" | "error" | "interrupted"): void;
  /** Whether the caller has given up on the answer. */
  aborted(): boolean;
}

/** The same stream, part by part as it is read, with one who watches it. */
export function watchStream(
  source: ReadableStream<StreamPart>,
  watcher: StreamWatcher,
): ReadableStream<StreamPart> {
  const reader = source.getReader();
  let answer = nothingYet;
  let over = false;
  const broken = (why: "aborted" | "error" | "interrupted") => {
    if (!over) watcher.onBroken(answer, why);
    over = true;
  };
  return new ReadableStream<StreamPart>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          broken(watcher.aborted() ? "aborted" : "interrupted");
          return controller.close();
        }
        answer = withPart(answer, value);
        if (value.type !== "finish") return controller.enqueue(value);
        over = true;
        controller.enqueue(await watcher.onFinish(answer, value));
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
