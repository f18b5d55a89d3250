import type { AnnotationFields } from "../adapter/bodies.ts";
import type { PassageSelector } from "./selector.ts";

/** The category and comment of a passage. */
export interface PassageContent {
  /** A category value (snake_case). */
  category?: string | undefined;
  comment?: string | undefined;
}

/** A highlighted passage and its status. */
export interface Passage extends PassageSelector, PassageContent {
  annotationId: string;
  /**
   * `kept`: it will be sent later. `refused`: the server does not have it, but its category and comment are
   * still here.
   */
  status: "sending" | "kept" | "stored" | "refused" | "removing";
  /** IDs of passages that it replaces; the server removes them once it has this one. */
  replaces: readonly string[];
}

/** An annotation the server already has, as returned by `GET /api/interactions/:id`. */
export interface StoredAnnotation {
  annotation_id: string;
  quote: { exact: string; prefix?: string | null | undefined; suffix?: string | null | undefined };
  position?: { start: number; end: number } | null | undefined;
  category?: string | null | undefined;
  comment?: string | null | undefined;
}

/** The passage of an annotation that the server has. */
export function toPassage(annotation: StoredAnnotation): Passage {
  const { annotation_id, quote, position, category, comment } = annotation;
  return {
    annotationId: annotation_id,
    quote: { exact: quote.exact, prefix: quote.prefix ?? undefined, suffix: quote.suffix ?? undefined },
    position: position ?? undefined,
    category: category ?? undefined,
    comment: comment ?? undefined,
    status: "stored",
    replaces: [],
  };
}

/** The annotation of a passage in API format. */
export function toAnnotation(interactionId: string, passage: Passage): AnnotationFields {
  const { annotationId, quote, position, category, comment } = passage;
  return {
    interaction_id: interactionId,
    annotation_id: annotationId,
    quote,
    ...(position ? { position } : {}),
    ...(category ? { category } : {}),
    ...(comment ? { comment } : {}),
  };
}

/** Whether two passages have the same category and comment. */
export const saysSame = (one: PassageContent, other: PassageContent): boolean =>
  (one.category ?? "") === (other.category ?? "") && (one.comment ?? "") === (other.comment ?? "");

/** The passages to show: without those being removed, and those that another one replaces. */
export function standing(passages: readonly Passage[]): Passage[] {
  const replaced = new Set(
    passages.flatMap(({ status, replaces }) => (status === "refused" ? [] : replaces)),
  );
  return passages.filter(({ annotationId, status }) => status !== "removing" && !replaced.has(annotationId));
}
