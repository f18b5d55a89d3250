import { DIST, ensureBuilt } from "./build/build.ts";
import { reportFailure } from "./report-failure.ts";

// npm run build: all that npm start would build, for an image or a machine that is to start at once.
try {
  await ensureBuilt(process.cwd(), process.env.WHETSTONE_DIST || DIST);
} catch (error) {
  reportFailure(error);
}
