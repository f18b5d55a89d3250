import { listLives, type ProblemLife } from "#lib/act/problems/index.ts";
import { type Median, medianHours, type ProblemTimes, problemTimes } from "#lib/decide/problems/index.ts";
import { answerWindow, type MetricFilter } from "#lib/evaluate/metrics/index.ts";

/** How fast a project's problems are noticed, fixed, and seen to be fixed. */
export interface TimesOfProblems {
  /** Medians in hours, each of the problems that it is known of. */
  medians: Record<keyof ProblemTimes, Median>;
  /** The newest first. */
  problems: { problem: ProblemLife["problem"]; times: ProblemTimes }[];
}

/** The times of the problems that something happened to in a filter's window, whatever its dimensions. */
export async function readProblemTimes(filter: MetricFilter): Promise<TimesOfProblems> {
  const lives = await listLives(filter.projectId, answerWindow(filter));
  const problems = lives.map(({ problem, steps }) => ({
    problem,
    times: problemTimes(problem.beganAt, steps),
  }));
  const medianOf = (name: keyof ProblemTimes): Median =>
    medianHours(problems.flatMap(({ times }) => (times[name] === null ? [] : [{ hours: times[name] }])));
  return {
    medians: { notice: medianOf("notice"), ship: medianOf("ship"), verify: medianOf("verify") },
    problems,
  };
}
