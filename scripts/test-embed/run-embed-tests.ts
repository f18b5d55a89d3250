import type { Outcome } from "../checks/outcome.ts";
import { runTogether } from "../checks/show-progress.ts";
import { type DriveOptions, driveApps } from "./drive-apps.ts";
import { type AppsOptions, withApps } from "./with-apps.ts";

/** Installs the packed tarball into fresh apps and drives these: an outcome for each app, and one for all specs. */
export const runEmbedTests = (options: AppsOptions & DriveOptions): Promise<Outcome[]> =>
  withApps(options, (groundFile) =>
    runTogether({ "embedded widgets": () => driveApps(options, groundFile) }),
  );
