import { ensurePacked } from "./package/ensure-packed.ts";
import { reportFailure } from "./report-failure.ts";

// npm run package: makes the tarball that other projects install, and what the server hands out beside it.
try {
  await ensurePacked(process.cwd());
} catch (error) {
  reportFailure(error);
}
