import { type Include, includeKey } from "#lib/domain/prompt-syntax.ts";

/** A version that includes others, and the labels that stand for it. */
export interface IncludingVersion {
  template: string;
  version: string;
  /** As text, "template@label". */
  includes: readonly string[];
  labels: readonly string[];
}

/** The versions under labels whose text changes with what an include stands for, by however many steps. */
export function affectedBy(versions: readonly IncludingVersion[], changed: Include): IncludingVersion[] {
  const including = Map.groupBy(
    versions.flatMap((version) => version.includes.map((key) => ({ key, version }))),
    ({ key }) => key,
  );
  const affected = new Set<IncludingVersion>();
  const due = [includeKey(changed)];
  for (let key = due.pop(); key !== undefined; key = due.pop()) {
    for (const { version } of including.get(key) ?? []) {
      if (affected.has(version)) continue;
      affected.add(version);
      const { template } = version;
      due.push(...[version.version, ...version.labels].map((ref) => includeKey({ template, ref })));
    }
  }
  return [...affected].filter(({ labels }) => labels.length > 0);
}
