import type { FeedbackAdapter, Kept } from "../adapter/adapter.ts";
import type { AnnotationFields } from "../adapter/bodies.ts";
import type { Memory } from "../adapter/memory.ts";
import { FeedbackRefused, type Refusal } from "../adapter/refusal.ts";

/** A request about an annotation that waits for the test to respond. */
export interface HeldAnnotation {
  /** What to store; undefined for a removal. */
  annotation?: AnnotationFields;
  annotationId: string;
  /** Whether an earlier visit may have sent it. */
  again?: boolean | undefined;
  keep(kept?: Partial<Kept>): void;
  accept(): void;
  refuse(refusal?: Partial<Refusal>): void;
}

/**
 * An adapter whose annotations stay in progress until the test responds, with a memory containing
 * `remembered`.
 */
export function controlledAnnotations(remembered = new Map<string, unknown>()): {
  adapter: FeedbackAdapter;
  requests: HeldAnnotation[];
} {
  const requests: HeldAnnotation[] = [];
  const memory: Memory = {
    watchers: new Set(),
    read: (key) => remembered.get(key),
    write: (key, value) => void remembered.set(key, JSON.parse(JSON.stringify(value ?? null)) ?? undefined),
  };
  const adapter: FeedbackAdapter = {
    submit: () => Promise.reject(new Error("No rating is expected.")),
    annotate: (annotation, hooks) =>
      new Promise((resolve, reject) => {
        const { annotation_id = "", interaction_id } = annotation;
        requests.push({
          annotation,
          annotationId: annotation_id,
          again: hooks?.again,
          keep: (kept) => hooks?.onKept?.({ durable: true, offline: true, ...kept }),
          accept: () => resolve({ annotation_id, interaction_id, created_at: "2026-01-05T10:00:00.000Z" }),
          refuse: (refusal) => reject(refusalOf(refusal)),
        });
      }),
    removeAnnotation: (annotationId) =>
      new Promise((resolve, reject) => {
        const refuse = (refusal?: Partial<Refusal>) => reject(refusalOf(refusal));
        requests.push({ annotationId, keep: () => {}, accept: resolve, refuse });
      }),
    memory,
  };
  return { adapter, requests };
}

const refusalOf = (refusal: Partial<Refusal> = {}): FeedbackRefused =>
  new FeedbackRefused({
    code: "database_unavailable",
    status: 503,
    detail: "Database unavailable.",
    retryable: true,
    ...refusal,
  });
