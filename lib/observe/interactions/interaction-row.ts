import type { Redactor } from "../redaction/index.ts";
import type { RowContext } from "./ingest-context.ts";
import type { ClippedField, InteractionBody } from "./schema.ts";

/**
 * An interaction ready to be stored: redacted, user hashed, times and ID set. Fields are named like the
 * columns.
 */
export interface InteractionRow
  extends Omit<InteractionBody, "user_id" | "interaction_id" | "created_at" | "in_progress"> {
  project_id: string;
  interaction_id: string;
  user_hash: string | undefined;
  created_at: string;
  received_at: string;
  in_progress: boolean;
  /** What was truncated; null if nothing was. */
  clipped: readonly ClippedField[] | null;
  /** Hex SHA-256 of the redacted request; null if it came inline with a rating. */
  fingerprint: string | null;
}

/**
 * Builds the row for an interaction. The same body always has the same fingerprint, to tell a retry from a
 * reused ID.
 * @param isInline whether it came with a rating. It is then seldom complete, so it gets no fingerprint.
 */
export function interactionRow(
  body: InteractionBody,
  context: RowContext,
  clipped: readonly ClippedField[] = [],
  isInline = false,
): InteractionRow {
  const {
    user_id,
    interaction_id,
    created_at,
    in_progress = false,
    ...rest
  } = redacted(body, context.redact);
  const content = { ...rest, user_hash: user_id === undefined ? undefined : context.hashUser(user_id) };
  return {
    ...content,
    project_id: context.projectId,
    interaction_id: interaction_id ?? context.newId(),
    created_at: (created_at ?? context.now).toISOString(),
    received_at: context.now.toISOString(),
    in_progress,
    clipped: clipped.length > 0 ? clipped : null,
    fingerprint: isInline ? null : context.fingerprint([content, created_at]),
  };
}

function redacted(body: InteractionBody, redact: Redactor): InteractionBody {
  const text = (value: string | undefined) => (value === undefined ? undefined : redact.text(value));
  const json = <T>(value: T | undefined) => (value === undefined ? undefined : redact.json(value));
  return {
    ...body,
    input: text(body.input),
    prompt_text: text(body.prompt_text),
    prompt_variables: json(body.prompt_variables),
    response_text: redact.text(body.response_text),
    retrieved_context: json(body.retrieved_context),
    citations: json(body.citations),
    tool_calls: json(body.tool_calls),
    model_params: json(body.model_params),
    metadata: json(body.metadata),
  };
}
