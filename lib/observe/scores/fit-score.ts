import type { ScoreDefinition, ScoreType, ScoreValue } from "#lib/domain/score.ts";

/** A score as sent. */
export interface GivenScore {
  name: string;
  value: boolean | number | null;
  label: string | null;
  /** Whether an unknown name is learned from this value, as with a secret key. */
  mayDeclare: boolean;
}

/** How many labels a categorical score can have. */
export const LABELS_MAX = 50;

/** Why a score cannot be stored: the field, and what is expected. */
export interface ScoreFault {
  path: "score_name" | "score_value" | "score_label";
  message: string;
}

/** A valid score: its value, and its definition, which differs from before if the value extended it. */
export type ValidScore = ScoreValue & { definition: ScoreDefinition };

/**
 * Checks a score against the project's definition. If there is none or it is unconfirmed, learns from the
 * value instead: the type from the first, the range and labels from all.
 */
export function fitScore(
  given: GivenScore,
  definition: ScoreDefinition | undefined,
): ValidScore | ScoreFault {
  const { name, mayDeclare } = given;
  const refused = mayDeclare ? null : publishableFault(name, definition);
  if (refused) return refused;
  const known = definition ?? newDefinition(name, typeFrom(given));
  const fault = typeFault(given, known);
  if (fault) return fault;
  const value = given.value === null ? null : Number(given.value);
  const settled = { type: known.type, value, label: given.label };
  return known.confirmed
    ? (rangeFault(settled, known) ?? { ...settled, definition: known })
    : learn(settled, known);
}

/**
 * Why a publishable key, which anyone can read off a page, cannot send a score: without bounds, a number has
 * no worst value.
 */
function publishableFault(name: string, definition: ScoreDefinition | undefined): ScoreFault | null {
  const path = "score_name";
  if (!definition?.confirmed) {
    const which = definition ? "is not confirmed yet" : "is not declared";
    return {
      path,
      message: `“${name}” ${which}. Publishable keys can only send declared scores: see Settings > Scores`,
    };
  }
  if (definition.type !== "number" || (definition.min !== null && definition.max !== null)) return null;
  return {
    path,
    message: `“${name}” has no range. Publishable keys can only send numbers with a range: set min and max under Settings > Scores`,
  };
}

/** Whether a score was rejected. */
export const isScoreFault = (result: object): result is ScoreFault => "path" in result && "message" in result;

const typeFrom = ({ value, label }: GivenScore): ScoreType => {
  if (label !== null) return "category";
  return typeof value === "boolean" ? "boolean" : "number";
};

const newDefinition = (name: string, type: ScoreType): ScoreDefinition => ({
  ...{ name, type, min: null, max: null, labels: [] },
  // True usually is the good value; whoever confirms the score sees this and can change it.
  direction: type === "boolean" ? "higher" : "none",
  confirmed: false,
});

function typeFault({ value, label }: GivenScore, { name, type, labels }: ScoreDefinition): ScoreFault | null {
  if (type === "category") {
    if (label !== null) return null;
    return {
      path: "score_label",
      message: `is required: “${name}” is a category score (${labels.join(", ")})`,
    };
  }
  if (label !== null)
    return { path: "score_label", message: `is not allowed: “${name}” is a ${type} score; send score_value` };
  // Many tools send booleans as 0 and 1.
  const fits =
    type === "boolean" ? typeof value === "boolean" || value === 0 || value === 1 : typeof value === "number";
  if (fits) return null;
  const asked = type === "boolean" ? "must be true or false" : "must be a number";
  return { path: "score_value", message: `${asked}: “${name}” is a ${type} score` };
}

function rangeFault(
  { value, label }: ScoreValue,
  { name, min, max, labels }: ScoreDefinition,
): ScoreFault | null {
  if (label !== null && !labels.includes(label))
    return { path: "score_label", message: `must be one of the labels of “${name}”: ${labels.join(", ")}` };
  if (value === null) return null;
  if (min !== null && value < min)
    return { path: "score_value", message: `must be at least ${min}, the minimum of “${name}”` };
  if (max !== null && value > max)
    return { path: "score_value", message: `must be at most ${max}, the maximum of “${name}”` };
  return null;
}

function learn(settled: ScoreValue, known: ScoreDefinition): ValidScore | ScoreFault {
  const { type, value, label } = settled;
  if (type === "number" && value !== null) {
    const [min, max] = [Math.min(known.min ?? value, value), Math.max(known.max ?? value, value)];
    return { ...settled, definition: { ...known, min, max } };
  }
  if (label === null || known.labels.includes(label)) return { ...settled, definition: known };
  if (known.labels.length >= LABELS_MAX) {
    return {
      path: "score_label",
      message: `“${known.name}” already has ${LABELS_MAX} labels, the maximum. Use an existing label or a number score`,
    };
  }
  return { ...settled, definition: { ...known, labels: [...known.labels, label] } };
}

/** Whether a score extended its definition, which must then be stored. */
export const hasLearned = (before: ScoreDefinition | undefined, after: ScoreDefinition): boolean =>
  before === undefined ||
  before.min !== after.min ||
  before.max !== after.max ||
  before.labels.length !== after.labels.length;
