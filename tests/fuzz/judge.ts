import type { WriteWatch, Written } from "./watch-writes.ts";

/** An answer, read. */
export interface Answer {
  status: number;
  contentType: string;
  text: string;
}

/** The event's own id comes first; only an interaction has no other than its own. */
const ID_FIELDS = ["feedback_id", "annotation_id", "signal_id", "preference_id", "interaction_id"] as const;

type Json = Record<string, unknown>;

/**
 * Holds an answer against what was written meanwhile.
 * @throws Error that says which promise was broken.
 */
export async function assertSound(answer: Answer, watch: WriteWatch): Promise<void> {
  const written = await watch.taken();
  if (answer.status >= 500) throw new Error(`answered ${answer.status}: ${answer.text}`);
  if (answer.status >= 400) return judgeRefusal(answer, written);
  const taken = takenOf(JSON.parse(answer.text) as Json);
  if (taken.length === 0 && answer.status !== 207)
    throw new Error(`nothing taken in the answer: ${answer.text}`);
  // An exposure is kept by its user and variant, not by an ID.
  const named = taken.filter((each) => !("exposure_id" in each));
  const missing = await watch.missing(named.map(ownId));
  if (missing.length > 0) throw new Error(`acknowledged, and not stored: ${missing.join(", ")}`);
  // A rating may have brought its interaction along.
  const brought = taken.filter((each) => "feedback_id" in each).map((each) => String(each.interaction_id));
  const accepted = new Set([...named.map(ownId), ...brought]);
  const strays = straysIn(written, accepted);
  if (strays.length > 0)
    throw new Error(
      `stored, and not acknowledged: ${JSON.stringify(strays)}, answer ${answer.text.slice(0, 2_000)}`,
    );
}

function judgeRefusal({ status, contentType, text }: Answer, written: readonly Written[]): void {
  const strays = straysIn(written, new Set());
  if (strays.length > 0) throw new Error(`refused with ${status}, and stored ${JSON.stringify(strays)}`);
  if (contentType !== "application/problem+json") throw new Error(`refused with ${status} as ${contentType}`);
  const { code, detail, request_id } = JSON.parse(text) as Json;
  if (!code || !detail || !request_id) throw new Error(`refused without saying why: ${text}`);
}

/** What an answer acknowledges: its one event, or each that was taken of a batch. */
const takenOf = (body: Json): Json[] =>
  Array.isArray(body.results) ? (body.results as Json[]).filter(isTaken) : [body];

const ownId = (taken: Json): string => String(taken[ID_FIELDS.find((name) => name in taken) ?? "id"]);

const isTaken = ({ status }: Json): boolean => Number(status) < 300;

/** Rows that are neither of an accepted event nor of one that was accepted earlier and only now joins its interaction. */
function straysIn(written: readonly Written[], accepted: ReadonlySet<string>): Written[] {
  const joined = written.flatMap(({ table, operation, id }) =>
    table === "awaited_events" && operation === "DELETE" && id !== null ? [id] : [],
  );
  const known = new Set([...accepted, ...joined]);
  return written.filter(({ id }) => (id === null ? known.size === 0 : !known.has(id)));
}
