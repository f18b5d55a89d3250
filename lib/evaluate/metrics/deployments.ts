import { promptName } from "./prompt-name.ts";
import type { FirstUse } from "./slices/history-store.ts";

/** A prompt version or a model that features began to use. */
export interface Deployment {
  /** The hour of the first answer of it. */
  at: Date;
  kind: "prompt" | "model";
  /** Of a prompt its template and version. */
  name: string;
  /** The features that began to use it in the window, in alphabetical order. */
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
 * What was deployed from `since` on and before `until`, the oldest first. What a feature begins with is no deployment:
 * nothing changed. A name that several features begin to use in the window stands once, at its first hour.
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

/** What one feature came to use of one kind, each at its first hour, without what it began with. */
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
