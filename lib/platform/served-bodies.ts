import { FreshCache } from "./fresh-cache.ts";
import { sha256Hex } from "./ids.ts";
import { Problem } from "./problem/index.ts";
import { processWide } from "./process-wide.ts";

/** How long what a product reads is believed to be as it was read, in milliseconds: a change is seen everywhere after this. */
const FRESH_MS = 3_000;

/** Most bodies of a kind that a process keeps, and most characters of one. */
const [MOST, LONGEST] = [500, 200_000];

/** A response that is ready to be sent. */
export interface ServedBody {
  text: string;
  etag: string;
}

/** What is kept: a body, or why there is none. */
type Kept = ServedBody | Problem;

const isKept = (kept: Kept): boolean => kept instanceof Problem || kept.text.length <= LONGEST;

/** The bodies of what products read while their users wait, each made at most once every three seconds. */
export interface ServedBodies {
  /**
   * The body for what was asked for.
   * @param asked what of the project is asked for.
   * @throws Problem what `make` threw, for as long.
   */
  read(
    projectId: string,
    asked: readonly (string | undefined)[],
    make: () => Promise<unknown>,
  ): Promise<ServedBody>;
  /** Makes changes of a project show in this process's next request. */
  forget(projectId: string): void;
}

/** A space is in no project's id. */
const keyOf = (projectId: string, asked: readonly (string | undefined)[]): string =>
  `${projectId} ${JSON.stringify(asked)}`;

/**
 * Keeps bodies of one kind.
 * @param name of the kind: what one copy of a module forgets, all must forget.
 */
export function servedBodies(name: string): ServedBodies {
  const served = processWide(
    name,
    () => new FreshCache<Kept>({ freshMs: FRESH_MS, most: MOST, keeps: isKept }),
  );
  return {
    async read(projectId, asked, make) {
      const kept = await served().read(keyOf(projectId, asked), () => make().then(toBody, toRefusal));
      if (kept instanceof Problem) throw kept;
      return kept;
    },
    forget: (projectId) => served().forget((key) => key.startsWith(`${projectId} `)),
  };
}

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
