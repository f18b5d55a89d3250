import * as impactRead from "../impact/read/route.ts";
import * as impact from "../impact/route.ts";
import * as improvementOfId from "../improvements/[id]/route.ts";
import * as improvements from "../improvements/route.ts";

/** The paths of improvements and who is told of them. */
export const impactRoutes = {
  "/api/impact": { GET: impact.GET },
  "/api/impact/read": { POST: impactRead.POST },
  "/api/improvements": { GET: improvements.GET, POST: improvements.POST },
  "/api/improvements/{id}": { GET: improvementOfId.GET, PATCH: improvementOfId.PATCH },
};
