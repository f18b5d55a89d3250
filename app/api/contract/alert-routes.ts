import * as rule from "../alert-rules/[rule_id]/route.ts";
import * as rules from "../alert-rules/route.ts";
import * as alerts from "../alerts/route.ts";

/** The paths of alerts. */
export const alertRoutes = {
  "/api/alert-rules": { GET: rules.GET, POST: rules.POST },
  "/api/alert-rules/{rule_id}": { PATCH: rule.PATCH, DELETE: rule.DELETE },
  "/api/alerts": { GET: alerts.GET },
};
