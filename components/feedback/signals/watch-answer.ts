import type { SignalFields } from "../adapter/bodies.ts";
import { citationNumber, clickedCitation } from "./citation-number.ts";
import { selectedShare, selectedShareOfField } from "./copied-share.ts";
import { watchDwell } from "./watch-dwell.ts";

/** What a user was seen to do with an answer. */
export type Behaviour = Pick<SignalFields, "signal" | "value">;

/** Tells of copies from the answer, of clicks on its citations, and how long it was looked at; gives back how to stop. */
export function watchAnswer(answer: HTMLElement, tell: (behaviour: Behaviour) => void): () => void {
  const stopDwell = watchDwell(answer, (seconds) => tell({ signal: "dwell", value: seconds }));
  // A selection may begin outside the answer, and what is copied is told where it begins.
  const root = answer.getRootNode();

  function onCopy(event: Event) {
    const share = copiedShare(answer, event);
    if (share > 0) tell({ signal: "copy", value: roundedShare(share) });
  }
  function onClick(event: Event) {
    const citation = clickedCitation(answer, event.composedPath());
    if (citation) tell({ signal: "citation_click", value: citationNumber(answer, citation) });
  }
  function onMiddleClick(event: MouseEvent) {
    if (event.button === 1) onClick(event);
  }

  root.addEventListener("copy", onCopy);
  answer.addEventListener("click", onClick);
  answer.addEventListener("auxclick", onMiddleClick);
  return () => {
    stopDwell();
    root.removeEventListener("copy", onCopy);
    answer.removeEventListener("click", onClick);
    answer.removeEventListener("auxclick", onMiddleClick);
  };
}

/** A share as it is told: a copied word of a long answer is little, but not nothing. */
export const roundedShare = (share: number): number => Math.max(0.001, Math.round(share * 1_000) / 1_000);

/** A text field keeps its selection to itself, and the page's selection says nothing of it. */
function copiedShare(answer: HTMLElement, event: Event): number {
  const path = event.composedPath();
  const ofField = selectedShareOfField(path[0]);
  if (ofField === null) return selectedShare(answer);
  return path.includes(answer) ? ofField : 0;
}
