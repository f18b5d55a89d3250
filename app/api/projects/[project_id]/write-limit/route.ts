import { settingsRoute } from "../settings-route.ts";

export const PUT = settingsRoute(
  "write_limit",
  "manage_keys",
  "Set the write limit per minute, client address and publishable key",
);
