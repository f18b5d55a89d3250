import { settingsRoute } from "../settings-route.ts";

export const PUT = settingsRoute(
  "quotas",
  "manage_keys",
  "Set the quotas of publishable keys: per answer, per client address and per day",
);
