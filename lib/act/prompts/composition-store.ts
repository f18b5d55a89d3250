import { type Include, includeKey, parseIncludeKey } from "#lib/domain/prompt-syntax.ts";
import { versionNumber } from "#lib/domain/prompt-version-name.ts";
import type { Transaction } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { affectedBy } from "./affected.ts";
import {
  type ComposedPrompt,
  ComposeFault,
  composePrompt,
  DEPTH_MAX,
  type FindIncluded,
  type Includable,
} from "./compose.ts";
import type { PromptContent } from "./content.ts";

/** What of a version is composed. */
export interface Composable {
  template: string;
  content: PromptContent;
  /** As text, "template@label". */
  includes: readonly string[];
}

/** Versions that some includes stand for, with few others: asked for by lists, as there may be many. */
function standingFor(includes: readonly Include[]) {
  const refs = [...new Set(includes.map(({ ref }) => ref))];
  const [versions, labels] = [refs.filter(isVersion), refs.filter((ref) => !isVersion(ref))];
  return {
    template: { in: [...new Set(includes.map(({ template }) => template))] },
    OR: [{ version: { in: versions } }, { labels: { some: { label: { in: labels } } } }],
  };
}

const isVersion = (ref: string): boolean => versionNumber(ref) !== null;

/** Reads what some versions include, and what that includes, a level at a time. */
async function loadIncluded(
  tx: Transaction,
  projectId: string,
  includes: readonly string[],
): Promise<FindIncluded> {
  const found = new Map<string, Includable | null>();
  let due = [...new Set(includes)];
  for (let depth = 0; due.length > 0 && depth <= DEPTH_MAX; depth++) {
    const rows = await tx.promptVersion.findMany({
      where: { projectId, ...standingFor(due.map(parseIncludeKey)) },
      select: {
        ...{ template: true, version: true, kind: true, content: true, includes: true },
        labels: { select: { label: true } },
      },
    });
    for (const key of due) found.set(key, null);
    for (const { template, version, kind, content, labels } of rows)
      for (const ref of [version, ...labels.map(({ label }) => label)])
        found.set(includeKey({ template, ref }), {
          template,
          kind,
          content: content as unknown as PromptContent,
        });
    due = [...new Set(rows.flatMap((row) => row.includes))].filter((key) => !found.has(key));
  }
  return (include) => found.get(includeKey(include)) ?? null;
}

/**
 * A version with what it includes, as that is now.
 * @throws ComposeFault where it cannot be composed.
 */
export async function composeVersion(
  tx: Transaction,
  projectId: string,
  version: Composable,
): Promise<ComposedPrompt> {
  return composePrompt(version, await loadIncluded(tx, projectId, version.includes));
}

/** @throws Problem 400 for a version that could not be composed. */
export async function requireComposable(
  tx: Transaction,
  projectId: string,
  version: Composable,
): Promise<void> {
  try {
    await composeVersion(tx, projectId, version);
  } catch (error) {
    if (!(error instanceof ComposeFault)) throw error;
    const { path, message } = error;
    throw new Problem("invalid_body", `${path}: ${message}`, { errors: [{ path, message }] });
  }
}

/**
 * Sees that what is under labels can be composed once an include stands for something else.
 * @throws Problem 409 that names a version which would not.
 */
export async function requireWhole(tx: Transaction, projectId: string, changed: Include): Promise<void> {
  const rows = await tx.promptVersion.findMany({
    where: { projectId, NOT: { includes: { isEmpty: true } } },
    select: { template: true, version: true, includes: true, labels: { select: { label: true } } },
  });
  const versions = rows.map((row) => ({ ...row, labels: row.labels.map(({ label }) => label) }));
  const isChanged = (version: (typeof versions)[number]) =>
    version.template === changed.template && version.labels.includes(changed.ref);
  const due = [...versions.filter(isChanged), ...affectedBy(versions, changed)];
  const rowsDue = await tx.promptVersion.findMany({
    where: { projectId, template: { in: due.map(({ template }) => template) }, ...includingUnderLabels },
    select: composed,
  });
  const rowOf = new Map(rowsDue.map((row) => [nameOf(row), row]));
  // What was changed itself is told of first.
  await requireAll(
    tx,
    projectId,
    due.flatMap((version) => rowOf.get(nameOf(version)) ?? []),
  );
}

/** No version has a space. */
const nameOf = ({ template, version }: { template: string; version: string }): string =>
  `${version} ${template}`;

/** The same of everything in a project that is under a label. */
export async function requireWholeProject(tx: Transaction, projectId: string): Promise<void> {
  const labelled = await tx.promptVersion.findMany({
    where: { projectId, ...includingUnderLabels },
    select: composed,
  });
  await requireAll(tx, projectId, labelled);
}

const includingUnderLabels = { NOT: { includes: { isEmpty: true } }, labels: { some: {} } };

const composed = { template: true, version: true, content: true, includes: true } as const;

/** @throws Problem 409 that names the first of these versions which cannot be composed. */
async function requireAll(
  tx: Transaction,
  projectId: string,
  versions: readonly { template: string; version: string; content: unknown; includes: string[] }[],
): Promise<void> {
  if (versions.length === 0) return;
  const find = await loadIncluded(
    tx,
    projectId,
    versions.flatMap(({ includes }) => includes),
  );
  for (const { template, version, content } of versions) {
    try {
      composePrompt({ template, content: content as PromptContent }, find);
    } catch (error) {
      if (!(error instanceof ComposeFault)) throw error;
      throw new Problem(
        "conflict",
        `${version} of “${template}” could not be composed then: ${error.message}.`,
      );
    }
  }
}
