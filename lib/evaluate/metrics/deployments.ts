import { promptName } from "./prompt-name.ts";
import type { FirstUse } from "./slices/history-store.ts";

/** A prompt version or a model that features started using. */
export interface Deployment {
  /** The hour of its first answer. */
  at: Date;
  kind: "prompt" | "model";
  /** For a prompt, its template and version. */
  name: string;
  /** The features that started using it in the window, in alphabetical order. */
  features: string[];
}

interface Used {
  kind: Deployment["kind"];
  name: string;
  featureName: string;
  day: Date;
  hour: Date | null;
}

/**
 * Deployments from `since` (inclusive) to `until` (exclusive), oldest first. A feature's first prompt or model is not a
 * deployment, because nothing changed. A name that several features start using in the window is listed once, at its
 * first hour.
 */
export function findDeployments(uses: readonly FirstUse[], since: Date, until: Date): Deployment[] {
  const used = uses.flatMap(({ featureName, day, hour, ...names }): Used[] => {
    const prompt = promptName(names.promptTemplate, names.promptVersion);
    const own = { featureName, day, hour };
    const model: Used = { ...own, kind: "model", name: names.modelName };
    return prompt === "" ? [model] : [model, { ...own, kind: "prompt", name: prompt }];
  });
  const changes = [...Map.groupBy(used, ({ kind, featureName }) => JSON.stringify([kind, featureName]))]
    .flatMap(([, own]) => changesOf(own))
    .filter(({ at }) => at >= since && at < until);
  return [...Map.groupBy(changes, ({ kind, name }) => JSON.stringify([kind, name]))]
    .flatMap(([, [first, ...others]]) =>
      first === undefined ? [] : [{ ...first, ...gathered([first, ...others]) }],
    )
    .sort((one, other) => one.at.getTime() - other.at.getTime() || (one.name < other.name ? -1 : 1));
}

/** What a feature started using of one kind, each at its first hour, except the first. */
function changesOf(own: readonly Used[]): Deployment[] {
  const firsts = [...Map.groupBy(own, ({ name }) => name).values()].flatMap((uses) => {
    const [first] = [...uses].sort((one, other) => timeOf(one) - timeOf(other));
    return first ? [first] : [];
  });
  const beginning = Math.min(...firsts.map(timeOf));
  return firsts.flatMap(({ kind, name, featureName, hour }) =>
    hour && hour.getTime() > beginning ? [{ at: hour, kind, name, features: [featureName] }] : [],
  );
}

const timeOf = ({ day, hour }: Used): number => (hour ?? day).getTime();

const gathered = (all: readonly Deployment[]): Pick<Deployment, "at" | "features"> => ({
  at: new Date(Math.min(...all.map(({ at }) => at.getTime()))),
  features: [...new Set(all.flatMap(({ features }) => features))].sort(),
});
