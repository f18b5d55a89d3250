import { now } from "#lib/platform/clock.ts";
import { db, type Transaction } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { shipLinked } from "../problems/index.ts";
import { requireWhole } from "./composition-store.ts";
import { PRODUCTION } from "./fields.ts";
import {
  holdPrompts,
  type PromptAuthor,
  requireActive,
  requirePrompt,
  writePrompts,
} from "./write-prompts-store.ts";

/** Which version a label stands for. */
export interface PromptLabel {
  label: string;
  version: string;
  /** Moved by owners and admins only. */
  protected: boolean;
}

/** That a label was moved. */
export interface LabelMove {
  id: string;
  label: string;
  /** Null where the label was not there before. */
  fromVersion: string | null;
  /** Null where it was taken away. */
  toVersion: string | null;
  movedBy: string;
  reason: string;
  movedAt: Date;
}

/** Most labels of a prompt, and most of their moves that are told, the newest. */
export const [LABELS_MAX, MOVES_TOLD] = [50, 200];

/** Which label of which prompt. */
interface LabelKey {
  projectId: string;
  template: string;
  label: string;
}

/** Where a label is to be moved, and why. */
export interface NewPlace {
  version: string | null;
  reason: string;
  /** Where it should be now; undefined where that does not matter. */
  fromVersion?: string | null | undefined;
}

/**
 * Moves a label, and records it; to the version where it is already, nothing. A version that becomes production ships the
 * problems that it was to fix.
 * @throws Problem 404 where there is no such prompt; 400 where it has no such version; 403 where the label is protected;
 * 409 where the prompt is archived, the label is elsewhere than `fromVersion`, or what includes it could not be composed.
 */
export const moveLabel = (key: LabelKey, place: NewPlace, mover: PromptAuthor): Promise<PromptLabel | null> =>
  writePrompts(key.projectId, (tx) => moveLabelWithin(tx, key, place, mover));

/** The same as a part of another transaction, after which `forgetPrompts` is due. */
export async function moveLabelWithin(
  tx: Transaction,
  key: LabelKey,
  place: NewPlace,
  mover: PromptAuthor,
): Promise<PromptLabel | null> {
  await holdPrompts(tx, key.projectId);
  await requireActive(tx, key.projectId, key.template);
  const current = await findLabel(tx, key);
  requireMayMove(key, current, place, mover);
  const kept = place.version === null ? null : { label: key.label, version: place.version };
  const made = kept && { ...kept, protected: current?.protected ?? false };
  if ((current?.version ?? null) === place.version) return made;
  await writeLabel(tx, key, place.version, current === null);
  await requireWhole(tx, key.projectId, { template: key.template, ref: key.label });
  await recordMove(tx, key, {
    fromVersion: current?.version ?? null,
    toVersion: place.version,
    movedBy: mover.name,
    reason: place.reason,
  });
  if (key.label === PRODUCTION && place.version !== null) {
    const link = { kind: "prompt_version", template: key.template, version: place.version } as const;
    const note = `${place.version} of ${key.template} became production`;
    await shipLinked(tx, key.projectId, link, { name: mover.name, note });
  }
  return made;
}

/** Protects a label, so that owners and admins alone move it, or no longer. */
export const protectLabel = (key: LabelKey, isProtected: boolean): Promise<PromptLabel> =>
  writePrompts(key.projectId, async (tx) => {
    await requirePrompt(tx, key.projectId, key.template);
    const current = await findLabel(tx, key);
    if (!current) throw new Problem("not_found", `“${key.template}” has no label “${key.label}”.`);
    await tx.promptLabel.update({
      where: { projectId_template_label: key },
      data: { protected: isProtected },
    });
    return { ...current, protected: isProtected };
  });

const labelColumns = { label: true, version: true, protected: true };

const findLabel = (tx: Transaction, key: LabelKey): Promise<PromptLabel | null> =>
  tx.promptLabel.findUnique({ where: { projectId_template_label: key }, select: labelColumns });

function requireMayMove(
  { label }: LabelKey,
  current: PromptLabel | null,
  { fromVersion }: NewPlace,
  mover: PromptAuthor,
): void {
  if (current?.protected && !mover.mayMoveProtected) {
    throw new Problem(
      "label_protected",
      `The label “${label}” is protected: owners and admins of the project move it, on the prompt's page.`,
    );
  }
  const at = current?.version ?? null;
  if (fromVersion === undefined || fromVersion === at) return;
  const words = (version: string | null) => (version === null ? "no version" : version);
  throw new Problem(
    "label_moved",
    `The label “${label}” stands for ${words(at)} now, not for ${words(fromVersion)}. Look at who moved it, and send it again with from_version ${at ?? "null"}.`,
  );
}

async function writeLabel(
  tx: Transaction,
  key: LabelKey,
  version: string | null,
  isNew: boolean,
): Promise<void> {
  const { projectId, template } = key;
  if (version === null) {
    await tx.promptLabel.delete({ where: { projectId_template_label: key } });
    return;
  }
  const there = await tx.promptVersion.findUnique({
    where: { projectId_template_version: { projectId, template, version } },
    select: { version: true },
  });
  if (!there) {
    const message = `is not a managed version of “${template}”`;
    throw new Problem("invalid_body", `version ${message}: a label stands for one whose text is here.`, {
      errors: [{ path: "version", message }],
    });
  }
  if (isNew && (await tx.promptLabel.count({ where: { projectId, template } })) >= LABELS_MAX)
    throw new Problem("conflict", `A prompt can have at most ${LABELS_MAX} labels. Remove one first.`);
  await tx.promptLabel.upsert({
    where: { projectId_template_label: key },
    create: { ...key, version },
    update: { version },
  });
}

/** Keeps that a label was moved. */
export async function recordMove(
  tx: Transaction,
  key: LabelKey,
  move: Omit<LabelMove, "id" | "label" | "movedAt">,
): Promise<void> {
  await tx.promptLabelMove.create({ data: { ...key, ...move, id: newId(), movedAt: now() } });
}

/** The labels of a prompt by name, and who moved them last, the newest first. */
export async function readLabels(
  projectId: string,
  template: string,
): Promise<{ labels: PromptLabel[]; moves: LabelMove[] }> {
  await requirePrompt(db(), projectId, template);
  const where = { projectId, template };
  const [labels, moves] = await Promise.all([
    db().promptLabel.findMany({ where, select: labelColumns, orderBy: { label: "asc" } }),
    db().promptLabelMove.findMany({
      where,
      omit: { projectId: true, template: true },
      orderBy: { id: "desc" },
      take: MOVES_TOLD,
    }),
  ]);
  return { labels, moves };
}
