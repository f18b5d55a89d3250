import { byCohort } from "#lib/domain/dimensions.ts";
import { ID_MAX, JSON_BYTES_MAX, TEXT_MAX } from "#lib/domain/fields.ts";
import {
  type ClippedField,
  type InteractionBody,
  LIST_MAX,
  VARIABLES_MAX,
  WHOLE_NUMBER_MAX,
} from "#lib/observe/interactions/index.ts";
import { sha256Hex } from "#lib/platform/ids.ts";
import { type DescribeText, describeData, describeDataIn } from "./describe-data.ts";

/** An event after oversized fields were truncated. */
export interface ClippedEvent {
  value: unknown;
  /** What was truncated, by field; empty for nearly every event. */
  clipped: ClippedField[];
}

/** How to describe data in texts, and what was truncated so far. */
interface Clipping {
  clipped: ClippedField[];
  describe: DescribeText;
}

/** Truncates one field to its limit and records it; leaves invalid values to the schema. */
export type Clip = (value: unknown, path: string, clipping: Clipping) => unknown;

/** The fields of an object; null for those that are left to the schema. */
type Clips = Readonly<Record<string, Clip | null>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? "");

const number = new Intl.NumberFormat("en");

/** A text without what is over a limit, never cut inside a character. */
const upTo = (value: string, most: number): string => value.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");

/**
 * A text: encoded data is described, then the rest is truncated if still too long, never inside a character.
 */
export const text: Clip = (value, path, clipping) => {
  if (typeof value !== "string") return value;
  const described = clipping.describe(value);
  if (described.length <= TEXT_MAX) return described;
  const left = number.format(described.length - TEXT_MAX);
  clipping.clipped.push({
    path,
    message: `truncated to ${number.format(TEXT_MAX)} characters; ${left} removed`,
  });
  return upTo(described, TEXT_MAX);
};

/** An ID: if too long, its beginning and a hash of the whole, so that every event gets the same one. */
export const id: Clip = (value, path, clipping) => {
  if (typeof value !== "string" || value.length <= ID_MAX) return value;
  clipping.clipped.push({ path, message: `longer than ${ID_MAX} characters; shortened with a hash` });
  const hash = sha256Hex(value);
  return `${value.slice(0, ID_MAX - hash.length - 1).replace(/[\uD800-\uDBFF]$/, "")}~${hash}`;
};

/** The most fields that can fit into an object: each takes at least six bytes as JSON, `"a":1,`. */
const JSON_FIELDS_MAX = Math.floor(JSON_BYTES_MAX / 6);

/** The first fields of an object, as many as could fit. */
const firstOf = (value: unknown, names: readonly string[]): object =>
  Object.fromEntries(names.slice(0, JSON_FIELDS_MAX).map((name) => [name, Reflect.get(Object(value), name)]));

/** How many removed fields to name, largest first, so that the response does not outgrow the request. */
const NAMED = 20;

/**
 * An object with the sender's own fields: data in it is described, and the largest fields are removed if it
 * is still too large.
 */
const json: Clip = (value, path, clipping) => {
  const names = isObject(value) ? Object.keys(value) : [];
  // What cannot fit is not read either.
  const few = names.length > JSON_FIELDS_MAX ? firstOf(value, names) : value;
  const described = describeDataIn(few, clipping.describe);
  // Most objects need no measuring.
  if (!isObject(described) || (few === value && jsonBytes(described) <= JSON_BYTES_MAX)) return described;
  const fields = Object.entries(described);
  const sized = fields
    .map(([name, field]) => ({ name, size: jsonBytes(field) + jsonBytes(name) + 2 }))
    .sort((one, other) => other.size - one.size);
  let bytes = sized.reduce((sum, { size }) => sum + size, "{}".length);
  const cut = sized.findIndex(({ size }) => {
    if (bytes <= JSON_BYTES_MAX) return true;
    bytes -= size;
    return false;
  });
  const left = new Set((cut < 0 ? sized : sized.slice(0, cut)).map(({ name }) => name));
  const why = `removed; ${path} is limited to 16 kB as JSON`;
  for (const name of [...left].slice(0, NAMED))
    clipping.clipped.push({ path: `${path}.${name.slice(0, ID_MAX)}`, message: why });
  const unnamed = names.length - sized.length + Math.max(0, left.size - NAMED);
  if (unnamed > 0) clipping.clipped.push({ path, message: `${number.format(unnamed)} more fields ${why}` });
  return Object.fromEntries(fields.filter(([name]) => !left.has(name)));
};

/**
 * A count: fractions, as clocks produce them, are rounded, and values too large for the column are removed.
 */
const count: Clip = (value, path, clipping) => {
  if (typeof value !== "number" || !(value >= 0)) return value;
  if (value <= WHOLE_NUMBER_MAX) return Math.round(value);
  clipping.clipped.push({ path, message: `removed; larger than ${number.format(WHOLE_NUMBER_MAX)}` });
  return undefined;
};

/** The first items of a list, each truncated as needed. */
export const list =
  (item: Clip, most: number): Clip =>
  (value, path, clipping) => {
    if (!Array.isArray(value)) return value;
    if (value.length > most)
      clipping.clipped.push({ path, message: `only the first ${most} of ${value.length} were stored` });
    return value.slice(0, most).map((each, index) => item(each, `${path}.${index}`, clipping));
  };

/**
 * The values of a prompt's variables: the first hundred, with as much text together as one text may have. Names longer
 * than an ID are no variable's.
 */
const variables: Clip = (value, path, clipping) => {
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  const named = names.slice(0, VARIABLES_MAX).filter((name) => name.length <= ID_MAX);
  if (named.length < names.length)
    clipping.clipped.push({
      path,
      message: `only ${named.length} of ${number.format(names.length)} variables were stored`,
    });
  let left = TEXT_MAX;
  let changed = named.length < names.length;
  const kept = named.map((name): [string, unknown] => {
    const each = value[name];
    if (typeof each !== "string") return [name, each];
    const described = clipping.describe(each);
    const text = described.length <= left ? described : upTo(described, left);
    if (text.length < described.length)
      clipping.clipped.push({
        path: `${path}.${name}`,
        message: `truncated to ${number.format(text.length)} characters; ${number.format(described.length - text.length)} removed`,
      });
    left -= text.length;
    changed ||= text !== each;
    return [name, text];
  });
  return changed ? Object.fromEntries(kept) : value;
};

const either =
  (ofText: Clip, ofObject: Clip): Clip =>
  (value, path, clipping) =>
    (typeof value === "string" ? ofText : ofObject)(value, path, clipping);

/** The fields of an object; unknown ones are left to the schema. */
export const fields = (clips: Clips): Clip => {
  const known = Object.entries(clips).filter((entry): entry is [string, Clip] => entry[1] !== null);
  return (value, path, clipping) => {
    if (!isObject(value)) return value;
    // There can be any number of unknown fields; the schema handles them.
    const changed = known.flatMap(([name, clip]) => {
      if (!Object.hasOwn(value, name)) return [];
      const field = clip(value[name], path === "" ? name : `${path}.${name}`, clipping);
      return field === value[name] ? [] : [[name, field] as const];
    });
    if (changed.length === 0) return value;
    const all = Object.entries({ ...value, ...Object.fromEntries(changed) });
    return Object.fromEntries(all.filter(([, field]) => field !== undefined));
  };
};

/** Fields of the sender, in every event from a user. */
export const senderClips: Clips = { user_id: id, session_id: id, device_id: id };

/** Fields of an interaction, whether on its own or inline. */
export const interactionClips = {
  interaction_id: id,
  feature_name: id,
  model_name: id,
  input: text,
  prompt_text: text,
  response_text: text,
  prompt_template: id,
  prompt_version: id,
  prompt_variables: variables,
  retrieved_context: list(either(text, fields({ id, text, source: text, content_version: id })), LIST_MAX),
  citations: list(either(text, json), LIST_MAX),
  tool_calls: list(
    fields({ id, name: id, arguments: either(text, json), result: either(text, json) }),
    LIST_MAX,
  ),
  model_params: json,
  metadata: json,
  response_latency_ms: count,
  input_tokens: count,
  output_tokens: count,
  token_count: count,
  cost_usd: null,
  finish_reason: id,
  user_id: id,
  session_id: id,
  ...byCohort(() => id),
  // No language tag is too long; the schema rejects anything else.
  language: null,
  experiment: id,
  variant: id,
  shadow_of: id,
  created_at: null,
  in_progress: null,
} satisfies Record<keyof InteractionBody, Clip | null>;

/**
 * Truncates oversized parts of an event instead of rejecting all of it: an answer that is not stored can
 * never be rated. Encoded data in texts and JSON is replaced by its type and size.
 */
export function clipEvent(clip: Clip, body: unknown, describe: DescribeText = describeData): ClippedEvent {
  const clipped: ClippedField[] = [];
  return { value: clip(body, "", { clipped, describe }), clipped };
}
