import { settingsRoute } from "../settings-route.ts";

export const PUT = settingsRoute(
  "cohort_minimum",
  "manage_project",
  "Change how many thumbs a cohort needs to be shown",
);
