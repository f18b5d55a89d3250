import type { ShownDraft } from "./draft-state.ts";

/** What a reload of the tab brings back of one task. */
export interface KeptTask {
  input: string;
  draft: ShownDraft | null;
}

type Storage = Pick<globalThis.Storage, "getItem" | "setItem">;

/** Whose task it is: on a shared computer the next reader of the tab finds none of it. */
export const taskKey = (projectId: string, userId: string, task: string): string =>
  `whetstone-playground:${projectId}:${userId}:${task}`;

/** What was kept under `key`; null where there is nothing, or nothing that this version can show. */
export function readKept(storage: () => Storage, key: string): KeptTask | null {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a task for the tab's next load, where the browser stores anything. */
export function keepTask(storage: () => Storage, key: string, task: KeptTask): void {
  try {
    storage().setItem(key, JSON.stringify(task));
  } catch {
    // Full or forbidden: then a reload starts over.
  }
}

const draftFields = ["interactionId", "feedbackToken", "input", "text", "modelName"] as const;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isKept = (value: unknown): value is KeptTask =>
  isObject(value) &&
  typeof value.input === "string" &&
  (value.draft === null ||
    (isObject(value.draft) &&
      draftFields.every((field) => typeof Reflect.get(value.draft as object, field) === "string")));
