import { Highlighter } from "lucide-react";
import { formatCategory, formatCountOf } from "#components/format/numbers.ts";
import { takeRoom } from "#components/format/take-room.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ShownAnnotation } from "#lib/observe/interactions/index.ts";
import { QuotedPassage } from "../quoted-passage.tsx";
import { Attribution } from "./attribution.tsx";
import { COMMENT_ROOM } from "./long-text.tsx";

/** Most annotations that an interaction is read with. */
const ANNOTATIONS_MAX = 100;

interface AnnotationsCardProps {
  annotations: readonly ShownAnnotation[];
  /** The ids of those that are not found in the displayed response. */
  missing: ReadonlySet<string>;
  /** Brings one into sight in the response. */
  onShow: (annotationId: string) => void;
  tz: string;
}

/** The passages of a response that users marked, the earliest first; nothing where there is none. */
export function AnnotationsCard({ annotations, missing, onShow, tz }: AnnotationsCardProps) {
  if (annotations.length === 0) return null;
  return (
    <Card title="Annotations" note={annotationsNote(annotations)}>
      <ul className="space-y-5">
        {annotations.map((item) => (
          <li key={item.annotationId} className="flex gap-2.5">
            <Highlighter aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            <div className="min-w-0 flex-1 space-y-1.5">
              <QuotedPassage exact={item.quoteExact} prefix={item.quotePrefix} suffix={item.quoteSuffix} />
              {item.category && (
                <p>
                  <Badge>{formatCategory(item.category)}</Badge>
                </p>
              )}
              {item.comment && (
                <blockquote className="whitespace-pre-wrap border-line-strong border-l-2 pl-2.5 text-sm text-soft wrap-anywhere">
                  {takeRoom(item.comment, COMMENT_ROOM).text}
                  {(item.commentCut || takeRoom(item.comment, COMMENT_ROOM).text !== item.comment) && "…"}
                </blockquote>
              )}
              {missing.has(item.annotationId) ? (
                <p className="text-faint text-xs">Not found in the displayed response.</p>
              ) : (
                <Button size="small" tone="quiet" onClick={() => onShow(item.annotationId)}>
                  Show in response
                </Button>
              )}
              <Attribution at={item.createdAt} tz={tz} userHash={item.userHash} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const annotationsNote = ({ length }: readonly unknown[]): string =>
  `${length < ANNOTATIONS_MAX ? "" : "The first "}${formatCountOf(length, "highlight")}`;
