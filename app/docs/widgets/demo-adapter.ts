import { type FeedbackAdapter, type FeedbackBody, FeedbackRefused, type SubmitHooks } from "#whetstone/react";

/** How the pretended server behaves. */
export type DemoServer = "stores" | "offline" | "refuses";

/** What a widget asked of its adapter, as the request that it stands for. */
export interface DemoCall {
  request: string;
  body: object | null;
}

/** An adapter without a server. It remembers for as long as it lives. */
export interface DemoAdapter extends Required<FeedbackAdapter> {
  /** From now on the server behaves like this; what was kept is sent when it is back. */
  behave(server: DemoServer): void;
  lastCall(): DemoCall | null;
  subscribe(listener: () => void): () => void;
}

/** How long the pretended server takes, in milliseconds: enough to see that the widget does not wait for it. */
const LATENCY_MS = 400;

const refusals = {
  offline: {
    code: "unreachable",
    status: 0,
    detail: "The server could not be reached. Check your connection.",
    retryable: true,
  },
  refuses: {
    code: "too_many_writes",
    status: 429,
    detail: "Too many ratings from your address.",
    retryable: true,
    retryAfterSeconds: 12,
  },
};

/** Makes an adapter that acknowledges in the page. */
export function demoAdapter(latencyMs = LATENCY_MS): DemoAdapter {
  let server: DemoServer = "stores";
  let last: DemoCall | null = null;
  const listeners = new Set<() => void>();
  /** What waits for the server to be back: the latest of each kind. */
  const kept = new Map<string, { id: string; send(): void }>();
  const remembered = new Map<string, unknown>();

  const tell = (request: string, body: object | null) => {
    last = { request, body };
    for (const listener of listeners) listener();
  };

  /** Resolves when the pretended server has it. */
  async function send(what: string, id: string, hooks: SubmitHooks | undefined): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    if (server === "refuses") throw new FeedbackRefused(refusals.refuses);
    if (server === "stores") return;
    hooks?.onKept?.({ durable: true, offline: true });
    await new Promise<void>((resolve) => kept.set(what, { id, send: resolve }));
  }

  async function forget(request: string, id: string): Promise<void> {
    tell(`${request}/${id}`, null);
    const waiting = [...kept].find(([, entry]) => entry.id === id);
    if (waiting) return void kept.delete(waiting[0]);
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    if (server !== "stores") throw new FeedbackRefused(refusals[server]);
  }

  const acknowledged = () => ({ created_at: new Date().toISOString(), message: "Stored." });
  return {
    behave(next) {
      server = next;
      if (next !== "stores") return;
      for (const entry of kept.values()) entry.send();
      kept.clear();
    },
    lastCall: () => last,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async submit(feedback: FeedbackBody, hooks) {
      tell("POST /api/feedback", feedback);
      const id = feedback.feedback_id ?? "";
      await send(feedback.rating_type, id, hooks);
      return { feedback_id: id, interaction_id: feedback.interaction_id, ...acknowledged() };
    },
    // Nothing of a demonstration outlives its page.
    keep: () => {},
    remove: (id) => forget("DELETE /api/feedback", id),
    async annotate(annotation, hooks) {
      tell("POST /api/annotations", annotation);
      const id = annotation.annotation_id ?? "";
      await send(id, id, hooks);
      return { annotation_id: id, interaction_id: annotation.interaction_id, ...acknowledged() };
    },
    removeAnnotation: (id) => forget("DELETE /api/annotations", id),
    signal: (signal) => tell("POST /api/signals", signal),
    impact: async () => [],
    memory: {
      read: (key) => remembered.get(key),
      write: (key, value) => void remembered.set(key, value),
    },
  };
}
