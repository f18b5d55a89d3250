import * as bias from "../dashboard/bias/route.ts";
import * as categoriesOfFeature from "../dashboard/categories/[feature]/route.ts";
import * as categories from "../dashboard/categories/route.ts";
import * as cohortsOfFeature from "../dashboard/cohorts/[feature]/route.ts";
import * as cohorts from "../dashboard/cohorts/route.ts";
import * as corrections from "../dashboard/corrections/route.ts";
import * as features from "../dashboard/features/route.ts";
import * as loop from "../dashboard/loop/route.ts";
import * as modelsOfFeature from "../dashboard/models/[feature]/route.ts";
import * as models from "../dashboard/models/route.ts";
import * as overview from "../dashboard/overview/route.ts";
import * as preferences from "../dashboard/preferences/route.ts";
import * as problems from "../dashboard/problems/route.ts";
import * as promptsOfFeature from "../dashboard/prompts/[feature]/route.ts";
import * as prompts from "../dashboard/prompts/route.ts";
import * as scores from "../dashboard/scores/route.ts";
import * as trendsOfFeature from "../dashboard/trends/[feature]/route.ts";
import * as trends from "../dashboard/trends/route.ts";

/** The paths of the dashboard's numbers. */
export const dashboardRoutes = {
  "/api/dashboard/overview": { GET: overview.GET },
  "/api/dashboard/trends": { GET: trends.GET },
  "/api/dashboard/trends/{feature}": { GET: trendsOfFeature.GET },
  "/api/dashboard/features": { GET: features.GET },
  "/api/dashboard/categories": { GET: categories.GET },
  "/api/dashboard/categories/{feature}": { GET: categoriesOfFeature.GET },
  "/api/dashboard/models": { GET: models.GET },
  "/api/dashboard/models/{feature}": { GET: modelsOfFeature.GET },
  "/api/dashboard/prompts": { GET: prompts.GET },
  "/api/dashboard/prompts/{feature}": { GET: promptsOfFeature.GET },
  "/api/dashboard/cohorts": { GET: cohorts.GET },
  "/api/dashboard/cohorts/{feature}": { GET: cohortsOfFeature.GET },
  "/api/dashboard/bias": { GET: bias.GET },
  "/api/dashboard/corrections": { GET: corrections.GET },
  "/api/dashboard/scores": { GET: scores.GET },
  "/api/dashboard/preferences": { GET: preferences.GET },
  "/api/dashboard/loop": { GET: loop.GET },
  "/api/dashboard/problems": { GET: problems.GET },
};
