export { forgetJobs } from "./forget-jobs.ts";
export type { AskForKeys, Jobs, KeyedJob, RecurringJob } from "./job.ts";
export { startJobs } from "./start-jobs.ts";
