import type { AnnotationReceipt, FeedbackAdapter } from "../adapter/adapter.ts";
import type { AnnotationFields } from "../adapter/bodies.ts";
import { asRefusal, type FeedbackRefused } from "../adapter/refusal.ts";
import { type AnnotationEvent, type AnnotationState, passageIn } from "./annotation-state.ts";
import { type Passage, toAnnotation } from "./passage.ts";

/** What the passages of an answer need of their host. Read anew for every request. */
export interface AnnotationHost {
  /** The id of the annotated interaction, as returned when it was logged. */
  interactionId: string;
  /**
   * Where annotations are sent. Without `annotate`, nothing can be highlighted; without `removeAnnotation`,
   * highlights cannot be changed or removed.
   */
  adapter: FeedbackAdapter;
  /** Called when the server has stored an annotation. */
  onSaved?: ((receipt: AnnotationReceipt, annotation: AnnotationFields) => void) | undefined;
  /** Called when the server has removed an annotation. */
  onRemoved?: ((annotationId: string) => void) | undefined;
  /** Called when the server rejected the request or could not be reached. */
  onRefused?: ((refusal: FeedbackRefused) => void) | undefined;
}

/** A host, and a callback for when the server has a passage, or will get it once it can be reached. */
export interface SettlingHost extends AnnotationHost {
  onSettled(passage: Passage): void;
}

/** What requests report to, and read from. */
export interface RequestQueue {
  host(): SettlingHost;
  state(): AnnotationState;
  dispatch(event: AnnotationEvent): void;
}

/** Sends a passage to the server. `again`: an earlier visit may already have sent it. */
export async function sendPassage(desk: RequestQueue, passage: Passage, again: boolean): Promise<void> {
  const { adapter, interactionId, onSaved, onRefused, onSettled } = desk.host();
  const { annotationId } = passage;
  const annotation = toAnnotation(interactionId, passage);
  // If it was withdrawn in the meantime, the outcome no longer matters.
  const underWay = () => ["sending", "kept"].includes(passageIn(desk.state(), annotationId)?.status ?? "");
  try {
    const receipt = await adapter.annotate?.(annotation, {
      again,
      onKept(kept) {
        if (!underWay()) return;
        desk.dispatch({ type: "kept", annotationId, kept });
        onSettled(passage);
      },
    });
    if (!receipt || !underWay()) return;
    desk.dispatch({ type: "accepted", annotationId });
    onSettled(passage);
    onSaved?.(receipt, annotation);
    void clearReplaced(desk, passage);
  } catch (thrown) {
    if (underWay()) refuse(desk, annotationId, thrown, onRefused);
  }
}

/** Removes what a stored passage replaced; what cannot be removed now is removed on the next visit. */
export async function clearReplaced(desk: RequestQueue, { annotationId, replaces }: Passage): Promise<void> {
  for (const replaced of replaces) {
    try {
      await desk.host().adapter.removeAnnotation?.(replaced);
      desk.dispatch({ type: "cleared", annotationId, replaced });
    } catch {
      // It is hidden, and stays on the list of passages to remove.
    }
  }
}

/** Removes a passage from the server. */
export async function takeBackPassage(desk: RequestQueue, annotationId: string): Promise<void> {
  const { adapter, onRemoved, onRefused } = desk.host();
  try {
    await adapter.removeAnnotation?.(annotationId);
    desk.dispatch({ type: "removed", annotationId });
    onRemoved?.(annotationId);
  } catch (thrown) {
    refuse(desk, annotationId, thrown, onRefused);
  }
}

function refuse(
  desk: RequestQueue,
  annotationId: string,
  thrown: unknown,
  onRefused: AnnotationHost["onRefused"],
): void {
  const refusal = asRefusal(thrown);
  desk.dispatch({ type: "refused", annotationId, refusal });
  onRefused?.(refusal);
}
