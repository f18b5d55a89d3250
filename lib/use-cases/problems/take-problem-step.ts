import { findExperiment } from "#lib/act/experiments/index.ts";
import { type Problem, type SentProblemStep, takeStep } from "#lib/act/problems/index.ts";
import { readVersions } from "#lib/act/prompts/index.ts";
import type { FixLink, ProblemEvent } from "#lib/domain/problem-lifecycle.ts";
import { loggedPrompts } from "#lib/evaluate/metrics/index.ts";
import { Problem as Refusal } from "#lib/platform/problem/index.ts";

/**
 * Takes a step of a problem for a person or a server.
 * @throws Problem 400 for a version or an experiment that there is not, 404 where there is no such problem, 409 where its
 * state does not allow the step.
 */
export async function takeProblemStep(
  projectId: string,
  problemId: string,
  sent: SentProblemStep,
  by: string,
): Promise<Problem> {
  if ((sent.step === "start" || sent.step === "link") && sent.link) await requireThere(projectId, sent.link);
  return takeStep(projectId, problemId, eventOf(sent, by), { name: by, note: sent.note });
}

function eventOf(sent: SentProblemStep, by: string): ProblemEvent {
  switch (sent.step) {
    case "start":
      return { kind: "start", owner: sent.owner ?? by, ...(sent.link ? { link: sent.link } : {}) };
    case "link":
      return { kind: "link", link: sent.link };
    case "snooze":
      return { kind: "snooze", until: sent.until };
    default:
      return { kind: sent.step };
  }
}

/** A version may be managed here, or only told by answers; then it is shipped by hand. */
async function requireThere(projectId: string, link: FixLink): Promise<void> {
  if (link.kind === "experiment") {
    await findExperiment(projectId, link.experiment).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === "not_found")
        throw refusal("link.experiment", "is not an experiment of this project");
      throw error;
    });
    return;
  }
  const { template, version } = link;
  const [managed] = await readVersions(projectId, template, [version]).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") return [];
    throw error;
  });
  if (managed) return;
  const logged = await loggedPrompts(projectId, template);
  if (!logged.some((each) => each.promptVersion === version))
    throw refusal("link.version", `is not a version of “${template}”`);
}

const refusal = (path: string, message: string): Refusal =>
  new Refusal("invalid_body", `${path} ${message}.`, { errors: [{ path, message }] });
