import { db } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { ComposeFault } from "./compose.ts";
import { composeVersion } from "./composition-store.ts";
import type { PromptContent, PromptKind } from "./content.ts";
import { PRODUCTION } from "./fields.ts";
import type { PromptLabel } from "./label-store.ts";
import type { PromptVersion } from "./store.ts";
import { requirePrompt, type StoredPrompt } from "./write-prompts-store.ts";

/** A prompt in the list of a project's. */
export interface ListedPrompt extends StoredPrompt {
  labels: PromptLabel[];
  /** The names of its versions here. */
  versions: string[];
  /** When the newest was added. */
  newestAt: Date;
}

/** The prompts of a project, by name. */
export async function listPrompts(projectId: string): Promise<ListedPrompt[]> {
  const where = { projectId };
  const [prompts, labels, counts] = await Promise.all([
    db().promptTemplate.findMany({ where, orderBy: { template: "asc" } }),
    db().promptLabel.findMany({ where, orderBy: { label: "asc" } }),
    db().$queryRaw<{ template: string; versions: string[]; newestAt: Date }[]>`
      SELECT template, array_agg(version) AS versions, max(created_at) AS "newestAt"
      FROM prompt_version WHERE project_id = ${projectId}::uuid GROUP BY template`,
  ]);
  const labelsOf = Map.groupBy(labels, ({ template }) => template);
  const countOf = new Map(counts.map((count) => [count.template, count]));
  return prompts.map(({ template, kind, createdAt, archivedAt }) => {
    const count = countOf.get(template);
    return {
      ...{ template, kind, createdAt, archivedAt },
      labels: (labelsOf.get(template) ?? []).map(({ label, version, protected: isProtected }) => ({
        ...{ label, version, protected: isProtected },
      })),
      versions: count?.versions ?? [],
      newestAt: count?.newestAt ?? createdAt,
    };
  });
}

/** A prompt with the names of its versions, when each was added, and its labels. */
export interface PromptOverview {
  prompt: StoredPrompt;
  versions: { version: string; createdAt: Date }[];
  labels: PromptLabel[];
}

/** A prompt and what it has; null where there is none of that name. */
export async function readOverview(projectId: string, template: string): Promise<PromptOverview | null> {
  const where = { projectId, template };
  const [prompt, versions, labels] = await Promise.all([
    db().promptTemplate.findUnique({ where: { projectId_template: where } }),
    db().promptVersion.findMany({ where, select: { version: true, createdAt: true } }),
    db().promptLabel.findMany({ where, orderBy: { label: "asc" } }),
  ]);
  return prompt && { prompt, versions, labels };
}

/** Some versions of a prompt, with what they say. */
export async function readVersions(
  projectId: string,
  template: string,
  names: readonly string[],
): Promise<PromptVersion[]> {
  const rows = await db().promptVersion.findMany({
    where: { projectId, template, version: { in: [...names] } },
    omit: { projectId: true },
  });
  return rows as unknown as PromptVersion[];
}

/** Which version of a prompt is asked for: by its name, else by a label, else by `production`. */
export interface AskedVersion {
  label?: string | undefined;
  version?: string | undefined;
}

/** A version with what it includes in its place. */
export interface ReadPrompt {
  template: string;
  version: string;
  /** The label that it was asked for by. */
  label: string | null;
  kind: PromptKind;
  content: PromptContent;
  /** Those of what it includes among them. */
  variables: string[];
  modelName: string | null;
  modelParams: Record<string, unknown> | null;
}

/**
 * The version of a prompt that is asked for, as a product uses it.
 * @throws Problem 404 where there is none; 409 where what it includes is not there any more.
 */
export async function readPrompt(
  projectId: string,
  template: string,
  { version, label = PRODUCTION }: AskedVersion,
): Promise<ReadPrompt> {
  const wanted = version === undefined ? { labels: { some: { label } } } : { version };
  const row = await db().promptVersion.findFirst({
    where: { projectId, template, ...wanted },
    omit: { projectId: true },
  });
  if (!row) throw await absent(projectId, template, { version, label });
  const found = row as unknown as PromptVersion;
  const composed = await composeVersion(db(), projectId, found).catch((error: unknown) => {
    if (!(error instanceof ComposeFault)) throw error;
    throw new Problem("conflict", `${found.version} of “${template}” cannot be composed: ${error.message}.`);
  });
  return {
    template,
    version: found.version,
    label: version === undefined ? label : null,
    kind: found.kind,
    ...composed,
    modelName: found.modelName,
    modelParams: found.modelParams,
  };
}

/** Why there is no version to read. */
async function absent(
  projectId: string,
  template: string,
  { version, label }: { version: string | undefined; label: string },
): Promise<Problem> {
  await requirePrompt(db(), projectId, template);
  return new Problem(
    "not_found",
    version !== undefined
      ? `“${template}” has no version “${version}” here.`
      : `No version of “${template}” has the label “${label}”. PUT /api/prompts/${encodeURIComponent(template)}/labels/${encodeURIComponent(label)} gives it to one.`,
  );
}
