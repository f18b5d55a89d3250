/** Most texts of each kind that are read, the newest: the work on them is bounded. */
export const MOST_READ = {
  comments: 7_000,
  edits: 1_000,
  highlights: 2_000,
  happy: 1_000,
  answers: 500,
} as const;
