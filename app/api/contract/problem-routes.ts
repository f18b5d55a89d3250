import * as problem from "../problems/[id]/route.ts";
import * as steps from "../problems/[id]/steps/route.ts";
import * as problems from "../problems/route.ts";

/** The paths of problems. */
export const problemRoutes = {
  "/api/problems": { GET: problems.GET },
  "/api/problems/{id}": { GET: problem.GET },
  "/api/problems/{id}/steps": { POST: steps.POST },
};
