import { forgetTransitions, projectsWithDueRules } from "../act/alerts/index.ts";
import { countExposures, projectsToGuard, projectsWithExposures } from "../act/experiments/index.ts";
import { draftImprovements } from "../act/impact/index.ts";
import { projectsToSwitch } from "../act/models/index.ts";
import { finishSending, forgetDeliveries, startDue } from "../act/notifications/index.ts";
import { countMetrics, forgetOldMinutes, projectsToCount } from "../evaluate/metrics/index.ts";
import { forgetVotes } from "../observe/bursts/index.ts";
import { recountLearned } from "../observe/categories/index.ts";
import { cleanUpCollection } from "../observe/ingest/index.ts";
import { indexProject, projectsToIndex } from "../observe/search/index.ts";
import { deleteExpired } from "../platform/auth/delete-expired.ts";
import { now } from "../platform/clock.ts";
import type { Jobs } from "../platform/jobs/index.ts";
import { checkAlerts } from "./alerts/check-alerts.ts";
import { benchJobs } from "./bench/work-on-bench.ts";
import { detectBursts, projectsToWatch } from "./detect-bursts.ts";
import { eraseProjects } from "./erase-projects.ts";
import { guardExperiments } from "./experiments/guard-experiments.ts";
import { improvementsToWeigh, weighImprovements } from "./impact/weigh-improvements.ts";
import { projectsWithInboxWork, watchInbox } from "./inbox/watch-inbox.ts";
import { switchModels } from "./models/switch-models.ts";
import { detectProblems, projectsToLookAt } from "./problems/detect-problems.ts";
import { projectsToGroup, watchThemes } from "./themes/index.ts";

const COUNT_PROJECT = "count-project";
const COUNT_EXPERIMENTS = "count-experiments";
const GUARD_EXPERIMENTS = "guard-experiments";
const SWITCH_MODELS = "switch-models";
const INDEX_PROJECT = "index-project";
const DETECT_BURSTS = "detect-bursts";
const DETECT_PROBLEMS = "detect-problems";
const WATCH_INBOX = "watch-inbox";
const GROUP_THEMES = "group-themes";
const CHECK_ALERTS = "check-alerts";
const WEIGH_IMPROVEMENTS = "weigh-improvements";

/**
 * The background jobs. Changed projects are counted and made searchable within seconds, each on its own, so that a
 * large one does not block the others. Once a minute, votes are checked for bursts, experiments for
 * harm, alert rules that are due are looked at, inboxes for what comes back, and leftovers of collection are cleaned up.
 * Once an hour, models that may be switched by themselves are looked at, and problems are looked for in each project with
 * something new.
 * Metrics counted before categories were learned are recounted, and deleted projects are erased. Any number of processes
 * may run them.
 */
export function recurringJobs(): Jobs {
  const bench = benchJobs();
  return {
    ...always,
    recurring: [...always.recurring, ...bench.recurring],
    keyed: [...always.keyed, ...bench.keyed],
  };
}

/** Those of every process. */
const always: Jobs = {
  recurring: [
    {
      name: "refresh-metrics",
      everySeconds: 2,
      run: async (ask) => ask(COUNT_PROJECT, await projectsToCount()),
    },
    {
      name: "refresh-experiments",
      everySeconds: 3,
      run: async (ask) => ask(COUNT_EXPERIMENTS, await projectsWithExposures()),
    },
    {
      name: "watch-experiments",
      everySeconds: 60,
      run: async (ask) => ask(GUARD_EXPERIMENTS, await projectsToGuard()),
    },
    {
      name: "watch-models",
      everySeconds: 3_600,
      run: async (ask) => ask(SWITCH_MODELS, await projectsToSwitch()),
    },
    { name: "recount-categories", everySeconds: 10, run: recountLearned },
    {
      name: "refresh-search",
      everySeconds: 3,
      run: async (ask) => ask(INDEX_PROJECT, await projectsToIndex()),
    },
    {
      name: "watch-votes",
      everySeconds: 60,
      run: async (ask) => ask(DETECT_BURSTS, await projectsToWatch()),
    },
    {
      // What is new is looked at soon, and each project once an hour.
      name: "watch-problems",
      everySeconds: 10,
      run: async (ask) => ask(DETECT_PROBLEMS, await projectsToLookAt()),
    },
    {
      name: "watch-inboxes",
      everySeconds: 60,
      run: async (ask) => ask(WATCH_INBOX, await projectsWithInboxWork()),
    },
    {
      name: "watch-themes",
      everySeconds: 15,
      run: async (ask) => ask(GROUP_THEMES, await projectsToGroup()),
    },
    {
      name: "watch-alerts",
      everySeconds: 60,
      run: async (ask) => ask(CHECK_ALERTS, await projectsWithDueRules(now())),
    },
    { name: "draft-improvements", everySeconds: 30, run: draftImprovements },
    {
      name: "watch-improvements",
      everySeconds: 600,
      run: async (ask) => ask(WEIGH_IMPROVEMENTS, await improvementsToWeigh()),
    },
    { name: "send-notifications", everySeconds: 2, run: startDue },
    { name: "erase-projects", everySeconds: 10, run: eraseProjects },
    { name: "tend-collection", everySeconds: 60, run: cleanUpCollection },
    { name: "tend-access", everySeconds: 600, run: deleteExpired },
    { name: "forget-votes", everySeconds: 3_600, run: () => forgetVotes(now()) },
    { name: "forget-minutes", everySeconds: 3_600, run: () => forgetOldMinutes(now()) },
    { name: "forget-transitions", everySeconds: 3_600, run: () => forgetTransitions(now()) },
    { name: "forget-deliveries", everySeconds: 3_600, run: () => forgetDeliveries(now()) },
  ],
  finish: finishSending,
  keyed: [
    // Including the two seconds between runs, metrics lag by less than ten seconds.
    { name: COUNT_PROJECT, atOnce: 4, rest: { times: 10, mostSeconds: 4 }, run: countMetrics },
    { name: COUNT_EXPERIMENTS, atOnce: 1, rest: { times: 10, mostSeconds: 10 }, run: countExposures },
    { name: GUARD_EXPERIMENTS, atOnce: 1, run: guardExperiments },
    { name: SWITCH_MODELS, atOnce: 1, run: (projectId) => switchModels(projectId) },
    { name: INDEX_PROJECT, atOnce: 1, run: indexProject },
    { name: DETECT_BURSTS, atOnce: 1, run: (projectId) => detectBursts(projectId) },
    { name: DETECT_PROBLEMS, atOnce: 1, run: (projectId) => detectProblems(projectId) },
    { name: WATCH_INBOX, atOnce: 1, run: watchInbox },
    { name: CHECK_ALERTS, atOnce: 1, run: (projectId) => checkAlerts(projectId) },
    { name: GROUP_THEMES, atOnce: 1, run: (projectId, signal) => watchThemes(projectId, signal) },
    { name: WEIGH_IMPROVEMENTS, atOnce: 1, run: (projectId) => weighImprovements(projectId) },
  ],
};
