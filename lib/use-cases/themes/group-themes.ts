import {
  type FoundTheme,
  groupTexts,
  knownThemes,
  matchThemes,
  recordThemes,
  type TextsToGroup,
} from "#lib/decide/themes/index.ts";
import {
  negativeTexts,
  otherTexts,
  projectsToGroup as projectsWithTexts,
  textsFingerprint,
} from "#lib/observe/negative-texts/index.ts";
import { now as clock } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { modelSettings } from "#lib/platform/model-settings.ts";
import { offThread, WorkFailed } from "#lib/platform/threads/index.ts";
import { nameThemes } from "./name-themes.ts";

/** How far back texts are grouped, in milliseconds. */
const WINDOW_MS = 90 * 86_400_000;

/** The most characters to group on the main thread: that takes well under 50 ms. */
const FEW = 10_000;

const WORK = { file: "lib/decide/themes/group-texts.ts", name: "groupTexts" };

/** What the worker may use; nobody waits for it. */
const BUDGET = { budgetMs: 30_000, patienceMs: 300_000, background: true };

/** The projects whose themes are to be looked for again. */
export const projectsToGroup = (now = clock()): Promise<string[]> => projectsWithTexts(now);

/**
 * Groups a project's negative texts of the last 90 days and puts the themes on record: what goes on keeps its id. Where that
 * takes too long, nothing changes, and the next look tries it with what there is then.
 */
export async function groupThemes(projectId: string, now = clock()): Promise<void> {
  const since = new Date(now.getTime() - WINDOW_MS);
  const fingerprint = await textsFingerprint(projectId);
  const [given, others, known] = await Promise.all([
    negativeTexts(projectId, since),
    otherTexts(projectId, since),
    knownThemes(projectId),
  ]);
  const found = await group({
    texts: given.texts.map(({ textId, voice, language, rater, text, after }) => ({
      ...{ textId, voice, language, rater, text },
      ...(after === undefined ? {} : { after }),
    })),
    others,
    earlier: known.map(({ voice, language, terms }) => ({
      ...{ voice, language },
      terms: terms.map(({ term }) => term),
    })),
  });
  if (found === null)
    return log().warn({ projectId, texts: given.texts.length }, "grouping texts took too long");
  const ids = matchThemes(found, known);
  await recordThemes(projectId, {
    ...{ ...given, fingerprint, at: now },
    themes: found.map((theme, index) => ({ ...theme, themeId: ids[index] ?? null })),
  });
}

/** The themes of texts, found in a thread where there are many; null where that takes too long. */
async function group(input: TextsToGroup): Promise<FoundTheme[] | null> {
  const lengths = [...input.texts, ...input.others].map((text) => text.text.length);
  const size = lengths.reduce((sum, length) => sum + length, 0);
  if (size <= FEW) return groupTexts(input);
  try {
    return await offThread<FoundTheme[]>(WORK, input, { ...BUDGET, size });
  } catch (error) {
    if (error instanceof WorkFailed) return null;
    throw error;
  }
}

/** How long a model may take for one name, in milliseconds. */
const NAME_MS = 60_000;

/** Looks for the themes of a project, and has a model name them where one is configured. */
export async function watchThemes(projectId: string, signal: AbortSignal, now = clock()): Promise<void> {
  await groupThemes(projectId, now);
  const settings = modelSettings(NAME_MS);
  const tokensPerDay = env().THEME_TOKENS_PER_DAY;
  if (settings && tokensPerDay > 0) await nameThemes(projectId, { settings, tokensPerDay, now, signal });
}
