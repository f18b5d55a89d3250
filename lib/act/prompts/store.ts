import { newestVersion, nextVersion, versionNumber } from "#lib/domain/prompt-version-name.ts";
import { now } from "#lib/platform/clock.ts";
import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { requireComposable } from "./composition-store.ts";
import type { PromptContent, PromptKind } from "./content.ts";
import { diffVersions } from "./diff-versions.ts";
import type { PromptDraft } from "./schema.ts";
import {
  findPrompt,
  type PromptAuthor,
  requireActive,
  requirePrompt,
  writePrompts,
} from "./write-prompts-store.ts";

/** A version as it is stored. */
export interface PromptVersion {
  template: string;
  version: string;
  parentVersion: string | null;
  kind: PromptKind;
  content: PromptContent;
  /** Of its own texts. */
  variables: string[];
  /** As text, "template@label". */
  includes: string[];
  modelName: string | null;
  modelParams: Record<string, unknown> | null;
  author: string;
  note: string;
  createdAt: Date;
}

/** Most prompts of a project, and most versions of one. */
export const [PROMPTS_MAX, VERSIONS_MAX] = [1_000, 2_000];

/** What belongs to a version before it has a name. */
export interface NewVersion {
  projectId: string;
  template: string;
  draft: PromptDraft;
  author: PromptAuthor;
  /** Names of versions that answers tell of: the next number comes after them, too. */
  logged: readonly string[];
}

/**
 * Creates a prompt with its first version, which takes the next number after those that were logged under its name.
 * @throws Problem 409 where there is a prompt of that name, 400 for what cannot be composed.
 */
export const createPrompt = (given: NewVersion): Promise<PromptVersion> =>
  writePrompts(given.projectId, async (tx) => {
    const { projectId, template, draft, logged } = given;
    if (await findPrompt(tx, projectId, template)) {
      throw new Problem(
        "conflict",
        `There is a prompt named “${template}” already. Add a version to it instead.`,
      );
    }
    if ((await tx.promptTemplate.count({ where: { projectId } })) >= PROMPTS_MAX)
      throw new Problem("conflict", `A project can have at most ${PROMPTS_MAX} prompts.`);
    await requireComposable(tx, projectId, { template, ...draft });
    await tx.promptTemplate.create({ data: { projectId, template, kind: draft.kind, createdAt: now() } });
    return insertVersion(tx, given, nextVersion(logged), null);
  });

/**
 * Adds a version that was made from the newest.
 * @throws Problem 404 where there is no such prompt; 409 where there is a newer version than `parentVersion`, with what
 * changed, and where the prompt is archived; 400 for what cannot be composed.
 */
export const addVersion = (given: NewVersion & { parentVersion: string }): Promise<PromptVersion> =>
  writePrompts(given.projectId, async (tx) => {
    const { projectId, template, draft, parentVersion, logged } = given;
    const { kind } = await requireActive(tx, projectId, template);
    if (kind !== draft.kind) throw wrongKind(template, kind);
    const managed = await tx.promptVersion.findMany({
      where: { projectId, template },
      select: { version: true },
    });
    const newest = newestVersion(managed)?.version;
    if (newest !== parentVersion) throw await outdated(tx, given, newest ?? "");
    if (managed.length >= VERSIONS_MAX)
      throw new Problem("conflict", `A prompt can have at most ${VERSIONS_MAX} versions.`);
    await requireComposable(tx, projectId, { template, ...draft });
    const names = [...managed.map(({ version }) => version), ...logged];
    return insertVersion(tx, given, nextVersion(names), parentVersion);
  });

/** Puts a prompt into the archive, where it is served and changes no more, or takes it out again. */
export const archivePrompt = (
  projectId: string,
  template: string,
  archived: boolean,
): Promise<{ template: string; archivedAt: Date | null }> =>
  writePrompts(projectId, async (tx) => {
    const { archivedAt: before } = await requirePrompt(tx, projectId, template);
    const archivedAt = archived ? (before ?? now()) : null;
    const where = { projectId_template: { projectId, template } };
    await tx.promptTemplate.update({ where, data: { archivedAt } });
    return { template, archivedAt };
  });

async function insertVersion(
  tx: Transaction,
  { projectId, template, draft, author }: NewVersion,
  version: string,
  parentVersion: string | null,
): Promise<PromptVersion> {
  const { modelParams, content, ...rest } = draft;
  const made = { ...rest, template, version, parentVersion, author: author.name, createdAt: now() };
  await tx.promptVersion.create({
    data: {
      ...made,
      projectId,
      content: content as Prisma.InputJsonValue,
      modelParams: (modelParams ?? Prisma.DbNull) as Prisma.InputJsonObject,
    },
  });
  return { ...made, content, modelParams };
}

function wrongKind(template: string, kind: PromptKind): Problem {
  const path = kind === "chat" ? "messages" : "text";
  const message = `is required: “${template}” is a ${kind} prompt`;
  return new Problem("invalid_body", `${path} ${message}.`, { errors: [{ path, message }] });
}

/** Most versions, and most characters of changed lines, that a refusal tells of. */
const [TOLD_VERSIONS, TOLD_CHARACTERS] = [20, 20_000];

/** The refusal of a version that was made from another than the newest, with what was changed since. */
async function outdated(
  tx: Transaction,
  { projectId, template, parentVersion }: NewVersion & { parentVersion: string },
  newest: string,
): Promise<Problem> {
  const versions = await tx.promptVersion.findMany({
    where: { projectId, template },
    select: { version: true, author: true, note: true, createdAt: true },
  });
  if (!versions.some(({ version }) => version === parentVersion)) {
    const message = `is not a version of “${template}”; the newest is ${newest}`;
    return new Problem("invalid_body", `parent_version ${message}.`, {
      errors: [{ path: "parent_version", message }],
    });
  }
  const numberOf = (version: string) => versionNumber(version) ?? 0;
  const since = versions
    .filter(({ version }) => numberOf(version) > numberOf(parentVersion))
    .sort((one, other) => numberOf(other.version) - numberOf(one.version));
  const [by] = since;
  return new Problem(
    "outdated_parent",
    `${newest} was added by ${by?.author ?? "somebody"} since ${parentVersion}${by?.note ? `: “${by.note}”` : ""}. Look at what changed (edits), and send your version again with parent_version ${newest}.`,
    {
      members: {
        newest,
        changes: since.slice(0, TOLD_VERSIONS).map(({ version, author, note, createdAt }) => ({
          ...{ version, author, note },
          created_at: createdAt.toISOString(),
        })),
        edits: await editsBetween(tx, { projectId, template }, parentVersion, newest),
      },
    },
  );
}

/** The lines that two versions differ in, as many as are told; null where they are too different to compare. */
async function editsBetween(
  tx: Transaction,
  prompt: { projectId: string; template: string },
  before: string,
  after: string,
) {
  const rows = await tx.promptVersion.findMany({
    where: { ...prompt, version: { in: [before, after] } },
    select: { version: true, content: true },
  });
  const contentOf = (name: string) =>
    (rows.find(({ version }) => version === name)?.content ?? "") as unknown as PromptContent;
  let left = TOLD_CHARACTERS;
  return (
    diffVersions(contentOf(before), contentOf(after))
      ?.filter(({ kind }) => kind !== "kept")
      .filter(({ text }) => {
        left -= text.length;
        return left >= 0;
      }) ?? null
  );
}
