"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Card } from "#components/ui/card.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import type { ShownAnnotation, ShownText } from "#lib/observe/interactions/index.ts";
import { type FeedbackAdapter, type StoredAnnotation, useAnnotations } from "#whetstone/react";
import { AnnotationsCard } from "./annotations-card.tsx";
import { LongText, type WholePlace } from "./long-text.tsx";

interface ResponseViewProps {
  interactionId: string;
  response: ShownText;
  place: WholePlace;
  /** The text as Markdown. */
  children: ReactNode;
  annotations: readonly ShownAnnotation[];
  tz: string;
}

const views = [
  { value: "rendered", label: "Rendered" },
  { value: "raw", label: "Raw" },
] as const;

/** Nobody rates here: the answer is looked at. */
const reader: FeedbackAdapter = {
  submit: () => Promise.reject(new Error("Answers cannot be rated on the dashboard.")),
};

/** The answer as its user saw it or as the model wrote it, with the passages that users highlighted in it. */
export function ResponseView({
  interactionId,
  response,
  place,
  children,
  annotations,
  tz,
}: ResponseViewProps) {
  const [view, setView] = useState<"rendered" | "raw">("rendered");
  const root = useRef<HTMLDivElement>(null);
  // What stands where is known once the response is drawn.
  const [drawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  const stored = useMemo(() => annotations.map(toStored), [annotations]);
  const { passages, boxes, activate } = useAnnotations({
    root,
    interactionId,
    adapter: reader,
    annotations: stored,
  });
  return (
    <>
      <Card
        title="Response"
        actions={<Segmented label="Response view" options={views} value={view} onChange={setView} />}
      >
        <div className="whetstone-annotated">
          <div className="whetstone-mark-layer" aria-hidden>
            {boxes.map(({ mark, ...box }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place.
              <span key={index} className="whetstone-mark" data-mark={mark} style={box} />
            ))}
          </div>
          <div ref={root}>
            {view === "rendered" ? (
              children
            ) : (
              <LongText shown={response} name="response" place={place} mono />
            )}
          </div>
        </div>
      </Card>
      <AnnotationsCard
        annotations={annotations}
        missing={
          new Set(passages.filter(({ span }) => drawn && !span).map((passage) => passage.annotationId))
        }
        onShow={activate}
        tz={tz}
      />
    </>
  );
}

const toStored = (item: ShownAnnotation): StoredAnnotation => ({
  annotation_id: item.annotationId,
  quote: { exact: item.quoteExact, prefix: item.quotePrefix, suffix: item.quoteSuffix },
  position:
    item.positionStart === null || item.positionEnd === null
      ? null
      : { start: item.positionStart, end: item.positionEnd },
});
