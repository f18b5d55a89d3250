import {
  promptHistoryJson,
  readOverview,
  readVersions,
  versionCursor,
  versionLine,
} from "#lib/act/prompts/index.ts";
import { loggedPrompts } from "#lib/evaluate/metrics/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** Which page of a history is asked for. */
export interface HistoryPage {
  /** The version that it begins with; the newest where absent. */
  cursor?: string | undefined;
  limit: number;
}

/**
 * The history of a prompt, managed and logged versions as one line, newest first, as the API answers it.
 * @throws Problem 404 for a name that nothing tells of, 400 for a cursor of another list.
 */
export async function promptHistory(
  projectId: string,
  template: string,
  { cursor, limit }: HistoryPage,
): Promise<ReturnType<typeof promptHistoryJson>> {
  const [overview, logged] = await Promise.all([
    readOverview(projectId, template),
    loggedPrompts(projectId, template),
  ]);
  if (!overview && logged.length === 0)
    throw new Problem("not_found", `No prompt is named “${template}” here, and no interaction names one.`);
  const line = versionLine(
    overview?.versions ?? [],
    logged.map(({ promptVersion, firstAt, lastAt, interactions }) => ({
      ...{ version: promptVersion, firstAt, lastAt, interactions },
    })),
  );
  const start = cursor === undefined ? 0 : line.findIndex(({ version }) => version === cursor);
  if (start < 0) {
    const errors = [{ path: "cursor", message: "must be a next_cursor from this list" }];
    throw new Problem("invalid_query", "cursor must be a next_cursor from this list.", { errors });
  }
  const page = line.slice(start, start + limit);
  const next = line[start + limit];
  const managed = page.flatMap(({ version, managed: isManaged }) => (isManaged ? [version] : []));
  return promptHistoryJson({
    ...{ template, overview, page },
    details: await readVersions(projectId, template, managed),
    nextCursor: next ? versionCursor(next.version) : null,
  });
}
