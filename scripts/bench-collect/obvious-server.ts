import type { AddressInfo } from "node:net";
import express from "express";
import { Pool } from "pg";
import { interactionColumns, obviousValues, TABLE } from "./bench-table.ts";

// What one writes first: one Express handler, one parameterised INSERT a request. It checks and redacts nothing.
const [url, poolSize] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: Number(poolSize) });
const projectId = process.env.BENCH_PROJECT ?? "";
const insert = `INSERT INTO ${TABLE} (${interactionColumns.join(", ")})
  VALUES (${interactionColumns.map((_, at) => `$${at + 1}`).join(", ")})`;

const app = express();
app.use(express.json());
app.post("/interactions", async (request, response) => {
  const createdAt = new Date();
  await pool.query(insert, obviousValues(projectId, request.body, createdAt));
  response.status(201).json({ interaction_id: request.body.interaction_id, created_at: createdAt });
});

const server = app.listen(0, "127.0.0.1", () => {
  console.log(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
