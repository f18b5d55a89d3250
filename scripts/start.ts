import { env } from "#lib/platform/env.ts";
import { DIST, ensureBuilt } from "./build/build.ts";
import { markServed } from "./build/served-marks.ts";
import { reportFailure } from "./report-failure.ts";

// npm start: builds if the sources changed, and serves.
const root = process.cwd();
// Tests that run next to an app serve a separate build.
const dist = process.env.WHETSTONE_DIST || DIST;
try {
  Object.assign(process.env, { NODE_ENV: "production" });
  // Reports invalid variables before the build, not after it.
  const { WEB_PROCESSES } = env();
  await ensureBuilt(root, dist);
  markServed(dist);
  // After NODE_ENV is set, which React and Next read when loaded.
  if (WEB_PROCESSES > 1) {
    const { runProcesses } = await import("#server/processes/run-processes.ts");
    await runProcesses();
  } else {
    const { runApp } = await import("#server/run-app.ts");
    await runApp(false);
  }
} catch (error) {
  reportFailure(error);
}
