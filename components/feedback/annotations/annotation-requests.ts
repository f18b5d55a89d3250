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

/** A host, and who hears that the server has a passage, or will have it when it can be reached. */
export interface SettlingHost extends AnnotationHost {
  onSettled(passage: Passage): void;
}

/** What requests tell of, and look at. */
export interface RequestQueue {
  host(): SettlingHost;
  state(): AnnotationState;
  dispatch(event: AnnotationEvent): void;
}

/** Asks the server to have the passage. `again`: an earlier visit may have asked already. */
export async function sendPassage(desk: RequestQueue, passage: Passage, again: boolean): Promise<void> {
  const { adapter, interactionId, onSaved, onRefused, onSettled } = desk.host();
  const { annotationId } = passage;
  const annotation = toAnnotation(interactionId, passage);
  // One that was taken back in the meantime: what became of it is no news any more.
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

/** Takes back what a stored passage replaced; what cannot be taken back now is at the next visit. */
export async function clearReplaced(desk: RequestQueue, { annotationId, replaces }: Passage): Promise<void> {
  for (const replaced of replaces) {
    try {
      await desk.host().adapter.removeAnnotation?.(replaced);
      desk.dispatch({ type: "cleared", annotationId, replaced });
    } catch {
      // It is out of sight, and stays on the list of what is to be taken back.
    }
  }
}

/** Asks the server to have a passage no more. */
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
