import { settingsRoute } from "../settings-route.ts";

export const PUT = settingsRoute(
  "cohort_minimum",
  "manage_project",
  "Set the minimum number of thumbs for showing a cohort",
);
