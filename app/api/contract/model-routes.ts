import * as label from "../models/[feature]/labels/[label]/route.ts";
import * as labels from "../models/[feature]/labels/route.ts";
import * as model from "../models/[feature]/route.ts";
import * as recommendation from "../recommendations/[feature]/route.ts";

/** The paths of model choice. */
export const modelRoutes = {
  "/api/recommendations/{feature}": { GET: recommendation.GET },
  "/api/models/{feature}": { GET: model.GET },
  "/api/models/{feature}/labels": { GET: labels.GET },
  "/api/models/{feature}/labels/{label}": { PUT: label.PUT },
};
