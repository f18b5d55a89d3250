import type { EventRow, RowContext } from "../interactions/index.ts";
import { type AuthorizedRater, eventTime, type RaterRow } from "../raters/index.ts";
import type { AnnotationBody } from "./schema.ts";

/** An annotation ready to be stored: redacted, user hashed. Fields are named like the columns. */
export interface AnnotationRow extends EventRow, RaterRow {
  interaction_id: string;
  annotation_id: string;
  quote_exact: string;
  quote_prefix: string | undefined;
  quote_suffix: string | undefined;
  position_start: number | undefined;
  position_end: number | undefined;
  category: string | undefined;
  comment: string | undefined;
  session_id: string | undefined;
  created_at: string;
}

/** Builds the row for an annotation. */
export function annotationRow(body: AnnotationBody, by: AuthorizedRater, context: RowContext): AnnotationRow {
  const { quote, position, comment } = body;
  const text = (value: string | undefined) => (value === undefined ? undefined : context.redact.text(value));
  const content = {
    interaction_id: body.interaction_id,
    quote_exact: context.redact.text(quote.exact),
    quote_prefix: text(quote.prefix),
    quote_suffix: text(quote.suffix),
    position_start: position?.start,
    position_end: position?.end,
    category: text(body.category),
    comment: comment?.trim() ? context.redact.text(comment) : undefined,
    user_hash: by.stated.user_hash,
    session_id: body.session_id,
  };
  return {
    ...content,
    ...by.columns,
    project_id: context.projectId,
    annotation_id: body.annotation_id ?? context.newId(),
    created_at: eventTime(body.created_at, by, context.now).toISOString(),
    fingerprint: context.fingerprint([content, body.created_at, ...by.stated.device]),
  };
}
