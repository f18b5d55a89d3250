import type { WriteWatch, Written } from "./watch-writes.ts";

/** An answer, read. */
export interface Answer {
  status: number;
  contentType: string;
  text: string;
}

/** The event's own id comes first; only an interaction has no other than its own. */
const ID_FIELDS = ["feedback_id", "annotation_id", "signal_id", "interaction_id"] as const;

type Json = Record<string, unknown>;

/**
 * Holds an answer against what was written meanwhile.
 * @throws Error that says which promise was broken.
 */
export async function judge(answer: Answer, watch: WriteWatch): Promise<void> {
  const written = await watch.taken();
  if (answer.status >= 500) throw new Error(`answered ${answer.status}: ${answer.text}`);
  if (answer.status >= 400) return judgeRefusal(answer, written);
  const taken = takenOf(JSON.parse(answer.text) as Json);
  if (taken.length === 0 && answer.status !== 207)
    throw new Error(`nothing taken in the answer: ${answer.text}`);
  const missing = await watch.missing(taken.map(ownId));
  if (missing.length > 0) throw new Error(`acknowledged, and not stored: ${missing.join(", ")}`);
  // A rating may have brought its interaction along.
  const brought = taken.filter((each) => "feedback_id" in each).map((each) => String(each.interaction_id));
  const accepted = new Set([...taken.map(ownId), ...brought]);
  const strays = written.filter((row) => !belongs(row, accepted, written));
  if (strays.length > 0)
    throw new Error(
      `stored, and not acknowledged: ${JSON.stringify(strays)}, answer ${answer.text.slice(0, 2_000)}`,
    );
}

function judgeRefusal({ status, contentType, text }: Answer, written: readonly Written[]): void {
  if (written.length > 0) throw new Error(`refused with ${status}, and stored ${JSON.stringify(written)}`);
  if (contentType !== "application/problem+json") throw new Error(`refused with ${status} as ${contentType}`);
  const { code, detail, request_id } = JSON.parse(text) as Json;
  if (!code || !detail || !request_id) throw new Error(`refused without saying why: ${text}`);
}

/** What an answer acknowledges: its one event, or each that was taken of a batch. */
const takenOf = (body: Json): Json[] =>
  Array.isArray(body.results) ? (body.results as Json[]).filter(isTaken) : [body];

const ownId = (taken: Json): string => String(taken[ID_FIELDS.find((name) => name in taken) ?? "id"]);

const isTaken = ({ status }: Json): boolean => Number(status) < 300;

/** A row of an event that was acknowledged, or of one that had waited for an interaction that was. */
function belongs(row: Written, accepted: ReadonlySet<string>, written: readonly Written[]): boolean {
  if (row.id === null) return accepted.size > 0;
  if (accepted.has(row.id)) return true;
  const waited = written.some(
    ({ table, operation, id }) => table === "awaited_events" && operation === "DELETE" && id === row.id,
  );
  return waited && row.interactionId !== null && accepted.has(row.interactionId);
}
