import { DIST, ensureBuilt } from "./build/build.ts";
import { reportFailure } from "./report-failure.ts";

// npm run build: builds everything npm start would build, for images and fast starts.
try {
  await ensureBuilt(process.cwd(), process.env.WHETSTONE_DIST || DIST);
} catch (error) {
  reportFailure(error);
}
