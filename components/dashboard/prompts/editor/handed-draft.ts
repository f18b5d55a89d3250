import type { EditorDraft } from "./editor-draft.ts";

/** A draft that another page of the dashboard made for the editor. */
export interface HandedDraft {
  draft: EditorDraft;
  /** The version whose report it follows. */
  version: string;
  /** Variables and included prompts that it no longer has. */
  lost: readonly string[];
}

const keyOf = (template: string): string => `whetstone:draft:${location.pathname.split("/")[1]}:${template}`;

/** Keeps a draft for the editor of a prompt, in this tab only: until it is saved, it is nobody else's. */
export const handDraft = (template: string, handed: HandedDraft): void =>
  sessionStorage.setItem(keyOf(template), JSON.stringify(handed));

/** The draft that was handed to the editor of a prompt; null where there is none in this tab. */
export function takeDraft(template: string): HandedDraft | null {
  const text = sessionStorage.getItem(keyOf(template));
  return text === null ? null : (JSON.parse(text) as HandedDraft);
}
