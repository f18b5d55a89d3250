import * as theme from "../themes/[id]/route.ts";
import * as themes from "../themes/route.ts";

/** The paths of themes. */
export const themeRoutes = {
  "/api/themes": { GET: themes.GET },
  "/api/themes/{id}": { GET: theme.GET },
};
