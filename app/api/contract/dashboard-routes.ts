import * as categories from "../dashboard/categories/[feature]/route.ts";
import * as features from "../dashboard/features/route.ts";
import * as models from "../dashboard/models/[feature]/route.ts";
import * as trends from "../dashboard/trends/[feature]/route.ts";

/** The paths of the dashboard's numbers. */
export const dashboardRoutes = {
  "/api/dashboard/trends/{feature}": { GET: trends.GET },
  "/api/dashboard/categories/{feature}": { GET: categories.GET },
  "/api/dashboard/models/{feature}": { GET: models.GET },
  "/api/dashboard/features": { GET: features.GET },
};
