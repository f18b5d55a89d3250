import { diffLines } from "diff";
import type { PromptContent } from "./content.ts";

/** Lines that may change before two versions are too different to compare: time grows by its square. */
const MOST_CHANGES = 400;

/** Lines that one version has and the other has not, or both. */
export interface LineEdit {
  kind: "kept" | "added" | "removed";
  text: string;
}

/** What changed from one version to another, line by line; null where they are too different to compare. */
export function diffVersions(before: PromptContent, after: PromptContent): LineEdit[] | null {
  const parts = diffLines(toText(before), toText(after), { maxEditLength: MOST_CHANGES });
  return (
    parts?.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "kept",
      text: value,
    })) ?? null
  );
}

/** A content as whole lines: messages under their roles. */
const toText = (content: PromptContent): string =>
  typeof content === "string"
    ? `${content}\n`
    : content.map(({ role, content: text }) => `${role}:\n${text}\n`).join("\n");
