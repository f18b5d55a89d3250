import { DIST } from "./build/build.ts";
import { markServed } from "./build/served-marks.ts";
import { ensurePacked } from "./package/ensure-packed.ts";
import { reportFailure } from "./report-failure.ts";

// npm run dev: the same server, compiling on demand and reloading when a source changes.
try {
  Object.assign(process.env, { NODE_ENV: "development" });
  await ensurePacked(process.cwd());
  markServed(DIST);
  // After NODE_ENV is set, which React and Next read when loaded.
  const { runApp } = await import("#server/run-app.ts");
  await runApp(true);
} catch (error) {
  reportFailure(error);
}
