import { db } from "#lib/platform/db/client.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** How many views a project can have. */
const VIEWS_MAX = 100;

/** A list that members come back to: a URL with a name. */
export interface SavedView {
  viewId: string;
  name: string;
  /** The query of the list's URL, without "?". */
  query: string;
}

const fields = { viewId: true, name: true, query: true };

/** A project's views, by name. */
export const listViews = (projectId: string): Promise<SavedView[]> =>
  db().savedView.findMany({ where: { projectId }, select: fields, orderBy: { name: "asc" } });

/**
 * Saves a view.
 * @throws Problem 409 if the name is taken or the project has too many views.
 */
export async function saveView(
  projectId: string,
  view: { name: string; query: string },
  createdBy: string,
): Promise<SavedView> {
  if ((await db().savedView.count({ where: { projectId } })) >= VIEWS_MAX)
    throw new Problem("conflict", `A project can have at most ${VIEWS_MAX} saved views. Delete one first.`);
  const data = { projectId, viewId: newId(), ...view, createdBy };
  return named(view.name, () => db().savedView.create({ data, select: fields }));
}

/**
 * Changes a view.
 * @throws Problem 404 if there is none, 409 if the name is taken.
 */
export async function changeView(
  projectId: string,
  viewId: string,
  change: { name?: string | undefined; query?: string | undefined },
): Promise<SavedView> {
  const { name, query } = change;
  const data = { ...(name === undefined ? {} : { name }), ...(query === undefined ? {} : { query }) };
  const where = { projectId, viewId };
  const [changed] = await named(name, () =>
    db().savedView.updateManyAndReturn({ where, data, select: fields }),
  );
  if (!changed) throw new Problem("not_found", "Saved view not found.");
  return changed;
}

/**
 * Deletes a view.
 * @throws Problem 404 if there is none.
 */
export async function deleteView(projectId: string, viewId: string): Promise<void> {
  const { count } = await db().savedView.deleteMany({ where: { projectId, viewId } });
  if (count === 0) throw new Problem("not_found", "Saved view not found.");
}

const taken: ReadonlySet<string> = new Set(["23505", "P2002", "UniqueConstraintViolation"]);

async function named<T>(name: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!hasErrorCode(error, taken)) throw error;
    const errors = [{ path: "name", message: "is already taken" }];
    throw new Problem("conflict", `A view named “${name}” already exists. Choose another name.`, { errors });
  }
}
