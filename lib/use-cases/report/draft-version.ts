import { z } from "zod";
import { nextVersionQuestion, readNextVersion } from "#lib/act/drafts/index.ts";
import { formatFailure, ModelFailed, type ModelFailure, streamAnswer } from "#lib/act/model/index.ts";
import { type PromptContent, textsOf } from "#lib/act/prompts/index.ts";
import type { Recommendation, ReportExample } from "#lib/decide/report/index.ts";
import { idSchema } from "#lib/domain/fields.ts";
import { listWords } from "#lib/domain/list-words.ts";
import { includeKey, includesOf, parseTemplate, variablesOf } from "#lib/domain/prompt-syntax.ts";
import { windowQueryWith } from "#lib/evaluate/metrics/index.ts";
import { log } from "#lib/platform/log.ts";
import { type ModelSettings, modelSettings } from "#lib/platform/model-settings.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { redactText } from "../bench/work-on-bench.ts";
import { type AskedReport, readReport } from "./read-report.ts";
import { reportedContent } from "./reported-content.ts";

/** How long a model may take for a draft, in milliseconds. */
const TIMEOUT = 60_000;

/** The model that drafts next versions; null where none is configured. */
export const versionModel = (): string | null => modelSettings(TIMEOUT)?.model ?? null;

const chosenSchema = (about: string) => z.array(z.string().max(512)).max(100).default([]).describe(about);

/** What a draft is asked from: the report, and what of it is chosen. */
export const draftBodySchema = windowQueryWith({
  version: idSchema,
  recommendations: chosenSchema("Codes of the report's recommendations that the draft follows."),
  examples: chosenSchema("`feedback_id`s of the report's examples that the draft has."),
});

/** What a model drafted. */
export const draftedVersionSchema = z.object({
  text: z.string().nullable().describe("The text of a text prompt; null for messages."),
  messages: z
    .array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() }))
    .nullable()
    .describe("The messages of a chat prompt; null for a text."),
  note: z.string().describe("What the draft follows, for the version's note."),
  drafted_by: z.string().describe("The model that wrote it."),
  lost_tags: z.array(z.string()).describe("Variables and included prompts that the draft no longer has."),
});

/** What of a report a draft follows. */
export interface Chosen {
  recommendations: readonly string[];
  examples: readonly string[];
}

/**
 * Lets the configured model write the next version of a prompt from its report. Nothing is stored: the draft is read and
 * changed in the editor first. What users wrote is redacted once more before a model sees it.
 * @throws Problem 409 without a model or where the version's text is not known; 502 `draft_failed` if the model fails; what
 * `readReport` throws.
 */
export async function draftVersion(
  asked: AskedReport,
  chosen: Chosen,
  signal: AbortSignal,
): Promise<z.input<typeof draftedVersionSchema>> {
  const settings = modelSettings(TIMEOUT);
  if (!settings)
    throw new Problem(
      "model_not_configured",
      "No model is configured. Set LLM_BASE_URL, LLM_API_KEY and LLM_MODEL, and restart Whetstone.",
    );
  const { projectId } = asked.filter;
  const report = await readReport(asked);
  const known = await reportedContent(projectId, report.template, report.version);
  if (!known)
    throw new Problem(
      "conflict",
      `What ${report.version} of “${report.template}” says is not known here. Add its text as a version first.`,
    );
  const recommendations = report.recommendations.filter(({ code }) => chosen.recommendations.includes(code));
  const examples = report.examples.filter(({ feedbackId }) => chosen.examples.includes(feedbackId));
  const { content } = known;
  const question = nextVersionQuestion({
    content,
    ...(await redacted(projectId, recommendations, examples)),
  });
  const answer = await ask(settings, question, signal);
  const kind = typeof content === "string" ? "text" : "chat";
  const drafted = readNextVersion(answer, kind);
  if (drafted === null) throw failed(settings, "garbage");
  return {
    text: typeof drafted === "string" ? drafted : null,
    messages: typeof drafted === "string" ? null : drafted,
    note: noteOf(report.version, recommendations, examples.length),
    drafted_by: settings.model,
    lost_tags: tagsOf(content).filter((tag) => !tagsOf(drafted).includes(tag)),
  };
}

/** What a model is told of users' words. */
async function redacted(
  projectId: string,
  recommendations: readonly Recommendation[],
  examples: readonly ReportExample[],
) {
  const redact = (text: string) => redactText(projectId, text);
  return {
    findings: await Promise.all(
      recommendations.map(async ({ title, instruction, evidence }) => ({
        instruction: await redact(instruction ?? title),
        because: await Promise.all(evidence.map(({ because }) => redact(because))),
      })),
    ),
    examples: await Promise.all(
      examples.map(async ({ input, answer }) => ({
        input: await redact(input),
        answer: await redact(answer),
      })),
    ),
  };
}

async function ask(
  settings: ModelSettings,
  question: ReturnType<typeof nextVersionQuestion>,
  signal: AbortSignal,
): Promise<string> {
  try {
    return (await streamAnswer(settings, question, signal)).text;
  } catch (error) {
    if (error instanceof ModelFailed) throw failed(settings, error.failure);
    throw error;
  }
}

function failed(settings: ModelSettings, failure: ModelFailure): Problem {
  log().warn({ failure, model: settings.model }, "the model drafted no version");
  return new Problem("draft_failed", formatFailure(failure, settings));
}

/** The note of a version that follows a report. */
function noteOf(version: string, recommendations: readonly Recommendation[], examples: number): string {
  const followed = [
    ...recommendations.map(({ title }) => title),
    ...(examples > 0 ? [`${examples} ${examples === 1 ? "example" : "examples"}`] : []),
  ];
  return `From the report of ${version}${followed.length > 0 ? `: ${listWords(followed)}` : ""}.`.slice(
    0,
    1_000,
  );
}

/** The variables and included prompts of a content, as they are written. */
function tagsOf(content: PromptContent): string[] {
  const parts = textsOf(content).flatMap((text) => parseTemplate(text).parts);
  return [
    ...variablesOf(parts).map((variable) => `{{${variable}}}`),
    ...includesOf(parts).map((include) => `{{> ${includeKey(include)}}}`),
  ];
}
