import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./launch/run-quietly.mjs";
import { formatName, thirdParties } from "./licenses/third-party.ts";
import { reportFailure } from "./report-failure.ts";

// npm run licenses: writes the components of the running app as a CycloneDX file, and all of their licenses.
const FOLDER = "licenses";

try {
  mkdirSync(FOLDER, { recursive: true });
  const sbom = await runQuietly("npm", ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"], {
    advice:
      "This requires npm 10 or newer. Check that packages are installed (npm start does this), then try again.",
  });
  writeFileSync(join(FOLDER, "sbom.cdx.json"), sbom);
  const parties = thirdParties(process.cwd());
  const pages = parties.map((party) =>
    [`${formatName(party)} (${party.license || "no license stated"})`, ...party.texts].join("\n\n"),
  );
  writeFileSync(join(FOLDER, "third-party.txt"), `${pages.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
  console.log(`Wrote ${FOLDER}/sbom.cdx.json and ${FOLDER}/third-party.txt: ${parties.length} packages.`);
} catch (error) {
  reportFailure(error);
}
