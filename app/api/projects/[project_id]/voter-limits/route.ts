import { settingsRoute } from "../settings-route.ts";

export const PUT = settingsRoute(
  "voter_limits",
  "manage_keys",
  "Set how many devices can rate an answer that has no user or session",
);
