"use client";
import { useEffect, useRef, useState } from "react";
import { Card } from "#components/ui/card.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import type { FeedbackSignals } from "#whetstone/react";
import type { Desk } from "./desk.ts";
import { DraftFailed } from "./draft-failed.tsx";
import { DraftPending } from "./draft-pending.tsx";
import { announcement } from "./draft-state.ts";
import { type DraftView, draftViews } from "./draft-views.ts";
import { InputForm } from "./input-form.tsx";
import { NoDraftYet } from "./no-draft-yet.tsx";
import { RateableDraft } from "./rateable-draft.tsx";
import type { TaskWords } from "./tasks.ts";
import { useDraft } from "./use-draft.ts";

/** One task: its text on the left, its draft on the right, one above the other where it is narrow. */
export function TaskPanel({ words, ...desk }: Desk & { words: TaskWords }) {
  const { state, input, setInput, ask } = useDraft(desk, words);
  const { busy, draft, failure } = state;
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<DraftView>("rate");
  const behaviour = useRef<FeedbackSignals>(null);
  const asked = useRef(false);
  const askFor = () => {
    asked.current = true;
    void ask(input);
  };
  const askAgain = () => {
    // What a reader who asks again says of the draft before.
    if (draft && input === draft.input) behaviour.current?.regenerated();
    else if (draft) behaviour.current?.nextQuestion(input);
    askFor();
  };
  const retry = () => {
    // "Try again" goes away with the click; the focus stays where the draft will be.
    place.current?.focus();
    askFor();
  };
  const shown = busy || failure ? null : (draft?.interactionId ?? null);
  useEffect(() => {
    // Where the draft stands below the text, it would come up out of sight. A reload keeps its own place.
    if (shown && asked.current && place.current && !isVisible(place.current)) place.current.scrollIntoView();
  }, [shown]);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <p role="status" className="sr-only">
        {announcement(state)}
      </p>
      <InputForm
        words={words}
        input={input}
        busy={busy}
        again={draft !== null}
        onInput={setInput}
        onAsk={askAgain}
      />
      <div ref={place} tabIndex={-1} className="min-w-0 scroll-mt-4 outline-none" aria-busy={busy}>
        <Card
          title="Draft"
          note={draft && !busy ? `Written by ${draft.modelName}` : undefined}
          actions={
            desk.publishableKey && draft && !busy ? (
              <Segmented
                label="What to do with the draft"
                options={draftViews}
                value={view}
                onChange={setView}
              />
            ) : undefined
          }
        >
          {failure && <DraftFailed failure={failure} slug={desk.project.slug} onRetry={retry} />}
          {busy && <DraftPending />}
          {!busy && draft && (
            <RateableDraft
              key={draft.interactionId}
              draft={draft}
              view={view}
              behaviour={behaviour}
              {...desk}
            />
          )}
          {!busy && !draft && !failure && <NoDraftYet />}
        </Card>
      </div>
    </div>
  );
}

function isVisible(element: Element): boolean {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < window.innerHeight / 2;
}
