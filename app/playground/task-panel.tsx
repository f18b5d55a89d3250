"use client";
import { ArrowUpRight, PenLine } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { MarkdownText } from "#components/dashboard/interactions/markdown-text.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { FeedbackSignals } from "#whetstone/react";
import type { PlaygroundPanel } from "./desk.ts";
import { announcement, type DraftFailure, type ShownDraft } from "./draft-state.ts";
import { type DraftView, draftViews } from "./draft-views.ts";
import { DraftWidgets } from "./draft-widgets.tsx";
import { InputForm } from "./input-form.tsx";
import type { TaskWords } from "./tasks.ts";
import { useDraft } from "./use-draft.ts";

/** One task: its text on the left, its draft on the right, one above the other where it is narrow. */
export function TaskPanel({ words, ...desk }: PlaygroundPanel & { words: TaskWords }) {
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
              <Segmented label="Feedback on the draft" options={draftViews} value={view} onChange={setView} />
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

/** Why there is no new draft, and what can be done now. */
function DraftFailed({
  failure,
  slug,
  onRetry,
}: {
  failure: DraftFailure;
  slug: string;
  onRetry: () => void;
}) {
  const back = encodeURIComponent(`/playground?project=${encodeURIComponent(slug)}`);
  return (
    <Notice tone="bad" className="mb-4">
      <p>No draft was generated. {failure.message}</p>
      <div className="mt-2">
        {failure.signedOut ? (
          <ButtonLink size="small" href={`/sign-in?next=${back}`}>
            Sign in
          </ButtonLink>
        ) : (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </Notice>
  );
}

/** The place of a draft that is being written. */
function DraftPending() {
  return (
    <div className="space-y-2.5 py-1">
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-10/12" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-7/12" />
    </div>
  );
}

/** The place of the first draft. */
function NoDraftYet() {
  return (
    <EmptyState icon={PenLine} title="No draft yet">
      <p>Use the example or enter your own text, then select “Generate draft”.</p>
    </EmptyState>
  );
}

interface RateableDraftProps extends PlaygroundPanel {
  draft: ShownDraft;
  view: DraftView;
  /** Receives the signals of the reader's behaviour while the draft is shown. */
  behaviour: RefObject<FeedbackSignals | null>;
}

/** A draft as the end user of a product meets it, or to read only where nothing can be rated. */
function RateableDraft({ project, publishableKey, ...rest }: RateableDraftProps) {
  const { draft } = rest;
  return (
    <>
      {publishableKey === null ? (
        <MarkdownText text={draft.text} id="draft" />
      ) : (
        <DraftWidgets {...rest} publishableKey={publishableKey} />
      )}
      <DraftOrigin interactionId={draft.interactionId} slug={project.slug} />
    </>
  );
}

/** The id under which a draft was logged, and the way to it. */
function DraftOrigin({ interactionId, slug }: { interactionId: string; slug: string }) {
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t pt-3 text-faint text-xs">
      <span>
        Interaction <code className="break-all font-mono">{interactionId}</code>
      </span>
      <CopyButton text={interactionId} what="interaction id" />
      <a
        href={`/${slug}/interactions/${encodeURIComponent(interactionId)}`}
        className="ml-auto inline-flex items-center gap-1 rounded font-medium text-accent hover:underline"
      >
        View on dashboard
        <ArrowUpRight aria-hidden className="size-3.5" />
      </a>
    </div>
  );
}
