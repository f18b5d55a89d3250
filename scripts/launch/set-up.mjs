import { bringNode, environmentWith, findNode, linkNode } from "./node-24.mjs";
import { installPackages, linkPostgresLibraries, packagesFit } from "./packages.mjs";
import { clientFits, generateClient } from "./prisma-client.mjs";
import { withSetUpLock } from "./set-up-lock.mjs";
import { step } from "./step.mjs";

/**
 * Prepares the checkout: Node, packages, the Prisma client. Does and prints nothing if everything is up to date.
 * @param {string} root the checkout
 * @returns {Promise<string>} the Node to run everything with
 */
export async function setUp(root) {
  const node = findNode(root);
  if (node && packagesFit(root) && clientFits(root)) {
    linkAll(root, node);
    return node;
  }
  return withSetUpLock(root, async () => {
    const brought = findNode(root) ?? (await step("Downloading Node 24", () => bringNode(root)));
    if (!packagesFit(root)) await step("Installing packages", () => installPackages(root, brought));
    linkAll(root, brought);
    if (!clientFits(root)) {
      await step("Generating the database client", () =>
        generateClient(root, brought, environmentWith(brought)),
      );
    }
    return brought;
  });
}

function linkAll(root, node) {
  linkNode(root, node);
  linkPostgresLibraries(root);
}
