import type { FeedbackAdapter } from "./adapter.ts";
import type { HttpAdapterOptions } from "./http-options.ts";
import { deviceMemory } from "./memory.ts";
import type { QueuedAdapter } from "./queued-adapter.ts";
import { refusalOfNoAnswer } from "./refusal.ts";

/**
 * An adapter that speaks Whetstone's HTTP API, through the queue that all of a page's widgets share. A rating that
 * cannot be sent stays under way, also over a reload, until the server has it or refuses it. The methods throw
 * `FeedbackRefused`.
 */
export function httpAdapter(options: HttpAdapterOptions): Required<FeedbackAdapter> {
  const { baseUrl, publishableKey, userId = "" } = options;
  const memory = deviceMemory(JSON.stringify([baseUrl, publishableKey, userId]));
  let loading: Promise<QueuedAdapter> | undefined;

  // The queue loads after the widgets have rendered, since they only need it on the first click.
  function queued(): Promise<QueuedAdapter> {
    loading ??= import("./queued-adapter.ts")
      .then(({ queuedAdapter }) => queuedAdapter(options, memory))
      .catch((cause) => {
        loading = undefined;
        throw refusalOfNoAnswer(cause);
      });
    return loading;
  }

  if (typeof window !== "undefined") queued().catch(() => {});
  const later =
    <Method extends keyof QueuedAdapter>(method: Method) =>
    async (...given: Parameters<QueuedAdapter[Method]>) =>
      ((await queued())[method] as (...given: unknown[]) => never)(...given);
  // Nothing waits for these.
  const whenever =
    <Method extends "signal" | "keep">(method: Method) =>
    (...given: Parameters<QueuedAdapter[Method]>) =>
      void later(method)(...given).catch(() => {});
  return {
    submit: later("submit"),
    remove: later("remove"),
    annotate: later("annotate"),
    removeAnnotation: later("removeAnnotation"),
    impact: later("impact"),
    signal: whenever("signal"),
    keep: whenever("keep"),
    memory,
  };
}
