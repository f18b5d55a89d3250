import { cp, mkdir, mkdtemp, realpath, rename, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { databaseFolder } from "./folder.ts";
import { noteOwner, refuseSharedCluster } from "./shared-cluster.ts";

let place: string;
let original: string;
let copy: string;

beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), "whetstone-shared-")));
  [original, copy] = [join(place, "original"), join(place, "copy")];
  await mkdir(join(place, "home", "postgres"), { recursive: true });
  await mkdir(original);
  await symlink(join(place, "home", "postgres"), join(original, "postgres"));
  await noteOwner(join(place, "home"), databaseFolder(original));
  await cp(original, copy, { recursive: true, verbatimSymlinks: true });
});
afterEach(() => rm(place, { recursive: true }));

const refuse = (root: string) => refuseSharedCluster(databaseFolder(root));

it("refuses the copy and not the original, also where that was moved", async () => {
  await expect(refuse(copy)).rejects.toThrow(
    `The database in ${place}/home/postgres belongs to ${original}, and ${copy} is a copy of that folder.`,
  );
  await refuse(original);
  await rename(original, join(place, "moved"));
  await refuse(join(place, "moved"));
});

it("lets the copy take the place of an original that is gone", async () => {
  await rm(original, { recursive: true });
  await refuse(copy);
});

it("has nothing against a cluster in its own folder, or none at all", async () => {
  await rm(join(copy, "postgres"));
  await refuse(copy);
  await mkdir(join(copy, "postgres"));
  await refuse(copy);
});
