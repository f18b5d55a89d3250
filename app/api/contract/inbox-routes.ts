import * as item from "../inbox/[id]/route.ts";
import * as inbox from "../inbox/route.ts";

/** The paths of the inbox. */
export const inboxRoutes = {
  "/api/inbox": { GET: inbox.GET },
  "/api/inbox/{id}": { GET: item.GET, PATCH: item.PATCH },
};
