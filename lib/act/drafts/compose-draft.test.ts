import { expect, it } from "vitest";
import { countTurns } from "#lib/platform/threads/testing/count-turns.ts";
import { extractDraft } from "./extractive-writer.ts";
import { composeDraft } from "./index.ts";

it.each([1, 4_000])(
  "writes from %i lines as the built-in writer does, and others have their turns",
  async (lines) => {
    const request = {
      task: "support_reply" as const,
      input: `Hello.\n${"Why?\n".repeat(lines)}`.slice(0, 20_000),
    };
    const { turns, result } = await countTurns(composeDraft(request));
    expect(result.text).toBe(extractDraft(request));
    if (lines > 1) expect(turns).toBeGreaterThan(20);
  },
);
