import { versionNumber } from "#lib/domain/prompt-version-name.ts";
import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { requireWholeProject } from "./composition-store.ts";
import type { PromptContent } from "./content.ts";
import { recordMove } from "./label-store.ts";
import type { ExportedPrompts, PortablePrompts } from "./portable.ts";
import { contentFields } from "./schema.ts";
import { PROMPTS_MAX, type PromptVersion, VERSIONS_MAX } from "./store.ts";
import { findPrompt, type PromptAuthor, refuseArchived, writePrompts } from "./write-prompts-store.ts";

/** The prompts of a project as one file, by name, with all versions and labels. */
export async function exportPrompts(projectId: string): Promise<ExportedPrompts> {
  const prompts = await db().promptTemplate.findMany({
    where: { projectId },
    include: { versions: { include: { labels: { orderBy: { label: "asc" } } } } },
    orderBy: { template: "asc" },
  });
  return {
    format: "whetstone-prompts",
    format_version: 1,
    prompts: prompts.map(({ template, kind, createdAt, archivedAt, versions }) => ({
      ...{ template, kind, created_at: createdAt.toISOString() },
      ...(archivedAt ? { archived_at: archivedAt.toISOString() } : {}),
      versions: (versions as unknown as PromptVersion[]).sort(byNumber).map(exportVersion),
      labels: versions
        .flatMap(({ labels }) => labels)
        .map(({ label, version, protected: isProtected }) => ({ label, version, protected: isProtected }))
        .sort((one, other) => (one.label < other.label ? -1 : 1)),
    })),
  };
}

const byNumber = (one: { version: string }, other: { version: string }): number =>
  (versionNumber(one.version) ?? 0) - (versionNumber(other.version) ?? 0);

const exportVersion = (given: PromptVersion) => ({
  version: given.version,
  ...(given.parentVersion === null ? {} : { parent_version: given.parentVersion }),
  ...(typeof given.content === "string" ? { text: given.content } : { messages: given.content }),
  ...(given.modelName === null ? {} : { model_name: given.modelName }),
  ...(given.modelParams === null ? {} : { model_params: given.modelParams }),
  author: given.author,
  note: given.note,
  created_at: given.createdAt.toISOString(),
});

/** What an import did. */
export interface ImportResult {
  /** Prompts that were not there before. */
  created: number;
  /** Versions that were added. */
  versions: number;
  /** Labels that were added. */
  labels: number;
  /** Labels that stand for another version here, as "prompt@label", and were left there. */
  kept_labels: string[];
}

/**
 * Adds prompts from a file, all or none. What is there already stays: a version that is there must say the same, and a
 * label that is there is not moved, as that would change what a product uses.
 * @throws Problem 409 that names what is there and different, or could not be composed.
 */
export const importPrompts = (
  projectId: string,
  { prompts }: PortablePrompts,
  author: PromptAuthor,
): Promise<ImportResult> =>
  writePrompts(projectId, async (tx) => {
    const result: ImportResult = { created: 0, versions: 0, labels: 0, kept_labels: [] };
    for (const prompt of prompts) await importPrompt({ tx, projectId, author, result }, prompt);
    if ((await tx.promptTemplate.count({ where: { projectId } })) > PROMPTS_MAX)
      throw new Problem("conflict", `A project can have at most ${PROMPTS_MAX} prompts.`);
    await requireWholeProject(tx, projectId);
    return result;
  });

interface Importing {
  tx: Transaction;
  projectId: string;
  author: PromptAuthor;
  result: ImportResult;
}

type PortablePrompt = PortablePrompts["prompts"][number];

async function importPrompt(importing: Importing, prompt: PortablePrompt): Promise<void> {
  const { tx, projectId, result } = importing;
  const { template, kind } = prompt;
  const before = result.versions + result.labels;
  const there = await findPrompt(tx, projectId, template);
  if (there && there.kind !== kind)
    throw new Problem(
      "conflict",
      `“${template}” is a ${there.kind} prompt here, and a ${kind} prompt in the file.`,
    );
  if (!there) {
    await tx.promptTemplate.create({
      data: {
        ...{ projectId, template, kind, createdAt: new Date(prompt.created_at) },
        archivedAt: prompt.archived_at === undefined ? null : new Date(prompt.archived_at),
      },
    });
    result.created += 1;
  }
  await importVersions(importing, prompt);
  await importLabels(importing, prompt);
  if (there && result.versions + result.labels > before) refuseArchived(there);
}

async function importVersions(
  { tx, projectId, result }: Importing,
  { template, versions }: PortablePrompt,
): Promise<void> {
  const there = await tx.promptVersion.findMany({ where: { projectId, template } });
  const known = new Map(there.map((row) => [row.version, row as unknown as PromptVersion]));
  const added = versions.filter((given) => {
    const same = known.get(given.version);
    if (!same) return true;
    if (saysTheSame(same, given)) return false;
    throw new Problem(
      "conflict",
      `${given.version} of “${template}” says something else here than in the file. Versions do not change: nothing was imported.`,
    );
  });
  if (there.length + added.length > VERSIONS_MAX)
    throw new Problem("conflict", `“${template}” would have more than ${VERSIONS_MAX} versions.`);
  await tx.promptVersion.createMany({ data: added.map((given) => versionRow(projectId, template, given)) });
  result.versions += added.length;
}

type PortableVersion = PortablePrompt["versions"][number];

const contentOf = ({ text, messages }: PortableVersion): PromptContent => text ?? messages ?? "";

const versionRow = (projectId: string, template: string, given: PortableVersion) => ({
  ...{ projectId, template, version: given.version, parentVersion: given.parent_version ?? null },
  ...contentFields(contentOf(given)),
  content: contentOf(given) as unknown as Prisma.InputJsonValue,
  modelName: given.model_name ?? null,
  modelParams: (given.model_params ?? Prisma.DbNull) as Prisma.InputJsonObject,
  ...{ author: given.author, note: given.note, createdAt: new Date(given.created_at) },
});

/** Whether two versions are one: what a product uses of them is. */
const saysTheSame = (stored: PromptVersion, given: PortableVersion): boolean =>
  canonical([stored.content, stored.modelName, stored.modelParams]) ===
  canonical([contentOf(given), given.model_name ?? null, given.model_params ?? null]);

/** JSON with the names of objects in one order: PostgreSQL keeps them in its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );

async function importLabels(
  { tx, projectId, author, result }: Importing,
  { template, labels }: PortablePrompt,
): Promise<void> {
  const there = await tx.promptLabel.findMany({ where: { projectId, template } });
  const known = new Map(there.map(({ label, version }) => [label, version]));
  for (const { label, version, protected: isProtected } of labels) {
    const at = known.get(label);
    if (at !== undefined) {
      if (at !== version) result.kept_labels.push(`${template}@${label}`);
      continue;
    }
    const key = { projectId, template, label };
    await tx.promptLabel.create({ data: { ...key, version, protected: isProtected } });
    await recordMove(tx, key, {
      fromVersion: null,
      toVersion: version,
      movedBy: author.name,
      reason: "Imported.",
    });
    result.labels += 1;
  }
}
