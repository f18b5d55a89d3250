import { defineConfig } from "prisma/config";

// `generate` reads the schema only, yet looks for the schema engine's binary, which is a download. Any file will do.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma", migrations: { path: "prisma/migrations" } });
