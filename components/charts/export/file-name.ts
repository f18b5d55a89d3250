/** What a page shows, as far as it is known: its project and its local dates. */
export interface Scope {
  project?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The name of an exported file: "demo-positive-rate-2026-11-01-2026-11-30.csv". */
export const exportName = ({ project, from, to }: Scope, name: string, ending: "csv" | "png"): string =>
  `${[project, name, from, to].filter(Boolean).map(plain).join("-")}.${ending}`;

/** Without what a file system does not take in a name. */
const plain = (part: string | undefined): string =>
  (part ?? "").replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+|-+$/g, "");
