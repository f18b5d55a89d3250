import { Problem } from "#lib/platform/problem/index.ts";
import { type PromptContent, readPrompt } from "../prompts/index.ts";
import type { LoggedAnswer } from "./inputs-store.ts";
import { type RecalledInput, type RunVersion, recallInput } from "./recall-input.ts";

/** Finds what is asked in place of an answer's own prompt. */
export type Recall = (logged: LoggedAnswer) => Promise<RecalledInput>;

/** Puts inputs into a version. The versions that made the answers are read once each. */
export function recaller(projectId: string, template: string, run: RunVersion): Recall {
  const known = new Map<string, Promise<PromptContent | null>>();
  const contentOf = (version: string): Promise<PromptContent | null> => {
    const there = known.get(version) ?? readContent(projectId, template, version);
    known.set(version, there);
    return there;
  };
  return async (logged) => {
    if (logged.inProgress) return { reason: "The answer was still being written when it was last logged." };
    const { promptVersion } = logged;
    return recallInput(logged, promptVersion === null ? null : await contentOf(promptVersion), run);
  };
}

/** What a version says, with what it includes; null where it is not here, or cannot be composed any more. */
async function readContent(
  projectId: string,
  template: string,
  version: string,
): Promise<PromptContent | null> {
  try {
    return (await readPrompt(projectId, template, { version })).content;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
