"use client";
import {
  type RefObject,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { newEventId } from "../adapter/event-id.ts";
import { useBeforePaint } from "../widget/use-before-paint.ts";
import { useKept } from "../widget/use-kept.ts";
import { type AnnotationQueue, createAnnotationQueue } from "./annotation-queue.ts";
import type { AnnotationHost, SettlingHost } from "./annotation-requests.ts";
import { type AnnotationState, initialAnnotations, passageIn } from "./annotation-state.ts";
import {
  type AnnotatorEvent,
  type AnnotatorState,
  closedAnnotator,
  isUnsaid,
  passageToSend,
  reduceAnnotator,
  said,
} from "./annotator-state.ts";
import { type ListedPassage, listedPassages, listMarks } from "./listed-passages.ts";
import { type StoredAnnotation, toPassage } from "./passage.ts";
import { selectionAround } from "./read-selection.ts";
import type { PassageSelector } from "./selector.ts";
import { readShownText, type ShownText } from "./shown-text.ts";
import { type ChosenText, useChosenText } from "./use-chosen-text.ts";
import { useInSight } from "./use-in-sight.ts";
import { type MarkBox, usePainted } from "./use-painted.ts";
import { usePassageClicks } from "./use-passage-clicks.ts";
import { type PassagePicker, usePassagePicker } from "./use-passage-picker.ts";

const none: readonly StoredAnnotation[] = [];

/**
 * The queue of one answer and its current state, which starts with what the host knows and this device
 * remembers. Components that use this need the interaction's ID as their key.
 */
function useAnnotationQueue(
  host: SettlingHost,
  annotations: readonly StoredAnnotation[] = none,
): [AnnotationState, AnnotationQueue] {
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
  });
  const [first] = useState(() => initialAnnotations(annotations.map(toPassage)));
  const [queue] = useState(() => createAnnotationQueue(() => latest.current, first.passages));
  const [, redraw] = useState(first);
  // After the first render, which must be the same as on a server.
  useBeforePaint(() => {
    queue.recall();
    queue.tell(annotations.map(toPassage));
    redraw(queue.state());
  }, [queue, annotations]);
  return [useSyncExternalStore(queue.subscribe, queue.state, () => first), queue];
}

/** Options of {@link useAnnotations}. */
export interface AnnotationOptions extends AnnotationHost {
  /** The element that contains the answer, rendered in any way. Its content is not modified. */
  root: RefObject<HTMLElement | null>;
  /**
   * This user's annotations, as your server got them from `GET /api/interactions/:id`. Those remembered by
   * this device are added.
   */
  annotations?: readonly StoredAnnotation[] | undefined;
  /** Whether the answer is still being generated. Nothing can be highlighted until it is complete. */
  waiting?: boolean | undefined;
}

/** What highlights in an answer draw, and what can be done with them. They are drawn on the answer by the hook. */
export interface Annotations {
  /** The passages to list, in the order of the answer. */
  passages: readonly ListedPassage[];
  /** What is open, and what is being typed. */
  annotator: AnnotatorState;
  /** The result of the last request. */
  news: AnnotationState["news"];
  /** The text selected by mouse or touch, and where to show the highlight button. */
  chosen: ChosenText | null;
  picker: PassagePicker;
  /** Boxes to draw behind the text, relative to the root, if the browser does not support CSS highlights. */
  boxes: readonly MarkBox[];
  /** Whether passages can be highlighted. */
  canAnnotate: boolean;
  /** Whether highlights can be changed and removed. */
  canRemove: boolean;
  /** Whether the form is being sent. */
  busy: boolean;
  /** Opens the form for a selected passage. */
  choose(selector: PassageSelector | null): void;
  toggleCategory(value: string): void;
  typeComment(comment: string): void;
  send(): void;
  /** Closes whatever is open. */
  close(): void;
  /** Lists all passages, or only these. */
  list(only?: readonly string[]): void;
  pick(): void;
  /** Highlights a passage in the answer and scrolls it into view. */
  activate(annotationId: string): void;
  change(annotationId: string): void;
  remove(annotationId: string): void;
  /** Retries what failed. */
  retry(): void;
}

/**
 * Headless highlights: the selection, its category and comment, its current position, and its status on the
 * server. `floor` returns the y position below which the window is covered.
 */
export function useAnnotations(options: AnnotationOptions, floor: () => number = noFloor): Annotations {
  const { root, adapter, annotations, waiting = false } = options;
  const [annotator, dispatch] = useReducer(reduceAnnotator, closedAnnotator);
  const [state, queue] = useAnnotationQueue(
    {
      ...options,
      onSettled: ({ annotationId, ...content }) => dispatch({ type: "settled", annotationId, content }),
    },
    annotations,
  );
  const shown = useShownText(root, waiting);
  const text = shown?.text ?? null;
  const { open, form, active, recalled } = annotator;
  const unsaid = form && isUnsaid(form, passageIn(state, form.annotationId ?? ""));
  useKept(options, "annotation", unsaid ? form : undefined, (kept) => dispatch({ type: "recalled", kept }));
  const passages = useMemo(() => listedPassages(state.passages, text), [state.passages, text]);
  const marks = useMemo(() => listMarks(passages, text, { form, active }), [passages, text, form, active]);
  const boxes = usePainted(root, shown, marks);
  useInSight(shown, marks.active, recalled ? null : form ? `form ${form.position?.start}` : active, floor);

  const canAnnotate = Boolean(adapter.annotate);
  // A click into the answer must not lose what is being typed.
  const atRest = open !== "form" && open !== "picker";
  const chosen = useChosenText(root, shown, canAnnotate && atRest);
  const picker = usePassagePicker(root, shown, open === "picker", floor);
  usePassageClicks(root, shown, passages, (only) => {
    if (atRest) dispatch({ type: "listed", only });
  });

  return {
    // The passage in the form is not listed next to it.
    passages: passages.filter((one) => one.status !== "refused" || one.annotationId !== form?.annotationId),
    annotator,
    news: state.news,
    chosen,
    picker,
    boxes,
    canAnnotate,
    canRemove: Boolean(adapter.removeAnnotation),
    busy: passageIn(state, form?.annotationId ?? "")?.status === "sending",
    ...actions(root, annotator, state, queue, dispatch),
  };
}

const noFloor = (): number => Number.POSITIVE_INFINITY;

function actions(
  root: AnnotationOptions["root"],
  { form }: AnnotatorState,
  state: AnnotationState,
  queue: AnnotationQueue,
  dispatch: (event: AnnotatorEvent) => void,
) {
  const sent = passageIn(state, form?.annotationId ?? "");

  function send() {
    if (!form) return;
    const { category, comment } = said(form);
    if (!category && !comment) return dispatch({ type: "hinted", hint: "nothing_to_send" });
    const passage = passageToSend(form, sent, newEventId);
    if (!passage) return dispatch({ type: "closed" });
    if (sent?.status === "refused" && passage !== sent) queue.remove(sent.annotationId);
    dispatch({ type: "sent", annotationId: passage.annotationId });
    queue.save(passage);
  }

  return {
    choose(selector: PassageSelector | null) {
      if (!selector) return dispatch({ type: "hinted", hint: "nothing_selected" });
      dispatch({ type: "chosen", selector });
      // It would hide the highlight that replaces it.
      if (root.current) selectionAround(root.current)?.removeAllRanges();
    },
    toggleCategory: (value: string) => dispatch({ type: "category_toggled", value }),
    typeComment: (comment: string) => dispatch({ type: "comment_typed", comment }),
    send,
    close: () => dispatch({ type: "closed" }),
    activate: (annotationId: string) => dispatch({ type: "activated", annotationId }),
    list: (only?: readonly string[]) => dispatch({ type: "listed", only: only ?? null }),
    pick: () => dispatch({ type: "picking" }),
    change(annotationId: string) {
      const passage = passageIn(state, annotationId);
      if (passage) dispatch({ type: "changing", passage });
    },
    remove: queue.remove,
    retry() {
      // The current content of the form, which is the same event if unchanged.
      if (sent && state.news?.annotationId === sent.annotationId) send();
      else queue.retry();
    },
  };
}

/**
 * The text below `root` as currently shown, read again after every change; null while it is still being
 * generated.
 */
function useShownText(root: RefObject<HTMLElement | null>, waiting: boolean): ShownText | null {
  const [shown, setShown] = useState<ShownText | null>(null);
  useBeforePaint(() => {
    const element = root.current;
    if (!element || waiting) return;
    const read = () => setShown(readShownText(element));
    read();
    const observer = new MutationObserver(read);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [root, waiting]);
  return waiting ? null : shown;
}
