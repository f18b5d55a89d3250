import type { AddressInfo } from "node:net";
import express from "express";
import { Pool } from "pg";
import {
  baselineRating,
  baselineValues,
  interactionColumns,
  RATINGS,
  ratingColumns,
  TABLE,
} from "./bench-table.ts";

// What one writes in an hour: an Express handler, one parameterised INSERT a request. It knows no keys and no tokens, checks and
// redacts nothing, and a thumb that is pressed again is one more.
const [url, poolSize] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: Number(poolSize) });
const projectId = process.env.BENCH_PROJECT ?? "";
const insertInto = (table: string, columns: readonly string[]) =>
  `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(", ")})`;
const insert = insertInto(TABLE, interactionColumns);
const insertRating = insertInto(RATINGS, ratingColumns);

const app = express();
app.use(express.json());
app.post("/interactions", async (request, response) => {
  const createdAt = new Date();
  await pool.query(insert, baselineValues(projectId, request.body, createdAt));
  response.status(201).json({ interaction_id: request.body.interaction_id, created_at: createdAt });
});
app.post("/ratings", async (request, response) => {
  const createdAt = new Date();
  await pool.query(insertRating, baselineRating(projectId, request.body, createdAt));
  response.status(201).json({ interaction_id: request.body.interaction_id, created_at: createdAt });
});

const server = app.listen(0, "127.0.0.1", () => {
  console.log(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
