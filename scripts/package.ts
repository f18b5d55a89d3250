import { ensurePacked } from "./package/ensure-packed.ts";
import { reportFailure } from "./report-failure.ts";

// npm run package: builds the tarball that other projects install, and everything the server serves with it.
try {
  await ensurePacked(process.cwd());
} catch (error) {
  reportFailure(error);
}
