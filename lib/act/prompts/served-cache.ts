import { FreshCache } from "#lib/platform/fresh-cache.ts";
import { sha256Hex } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { processWide } from "#lib/platform/process-wide.ts";

/** How long a prompt is believed to be as it was read, in milliseconds: a moved label is seen everywhere after this. */
const FRESH_MS = 3_000;

/** Most prompts that a process keeps, and most characters of one. */
const [MOST, LONGEST] = [500, 200_000];

/** A response that is ready to be sent. */
export interface ServedBody {
  text: string;
  etag: string;
}

/** What is kept: a body, or why there is none. */
type Kept = ServedBody | Problem;

const isKept = (kept: Kept): boolean => kept instanceof Problem || kept.text.length <= LONGEST;

/** What one copy of this module forgets, all must forget. */
const served = processWide(
  "served prompts",
  () => new FreshCache<Kept>({ freshMs: FRESH_MS, most: MOST, keeps: isKept }),
);

/** A space is in no project's id. */
const keyOf = (projectId: string, asked: readonly (string | undefined)[]): string =>
  `${projectId} ${JSON.stringify(asked)}`;

/**
 * The body to serve for what was asked for, made at most once every three seconds.
 * @param asked what of the project is asked for.
 * @throws Problem what `make` threw, for as long.
 */
export async function servedPrompt(
  projectId: string,
  asked: readonly (string | undefined)[],
  make: () => Promise<unknown>,
): Promise<ServedBody> {
  const kept = await served().read(keyOf(projectId, asked), () => make().then(toBody, toRefusal));
  if (kept instanceof Problem) throw kept;
  return kept;
}

/** Makes changes to a project's prompts show in this process's next request. */
export const forgetPrompts = (projectId: string): void =>
  served().forget((key) => key.startsWith(`${projectId} `));

/** A body with its ETag. */
export function toBody(json: unknown): ServedBody {
  const text = JSON.stringify(json);
  return { text, etag: `"${sha256Hex(text).slice(0, 32)}"` };
}

/** That there is none stays true for a moment, too; anything else that went wrong does not. */
function toRefusal(error: unknown): Problem {
  if (error instanceof Problem && error.status < 500) return error;
  throw error;
}

/** Whether a client that sends this If-None-Match has the body already. */
export function hasBody({ etag }: ServedBody, ifNoneMatch: string | null): boolean {
  if (ifNoneMatch === null) return false;
  // What compresses on the way makes a tag weak; for this comparison that does not matter (RFC 9110, 13.1.2).
  return ifNoneMatch.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
}
