/**
 * The first keys of PostgreSQL's advisory locks, all in one place so that no two wait for each other by accident. They
 * stay as they are: two versions of the app can run at the same time.
 */
export const advisoryLocks = {
  /** Who starts and stops the embedded server. */
  embeddedServer: 7_305_020,
  migrations: 7_305_021,
  counting: 7_305_022,
  indexing: 7_305_023,
  scoreDefinitions: 7_305_024,
  sessionScores: 7_305_025,
  bursts: 7_305_026,
  prompts: 7_305_027,
  experimentUsers: 7_305_028,
  categories: 7_305_029,
  modelLabels: 7_305_040,
  problems: 7_305_041,
  combinations: 7_305_042,
  alertRules: 7_305_043,
} as const;
