import { expect, it } from "vitest";
import { contractDocument } from "#app/api/contract.ts";
import { curl } from "./curl.ts";
import { placesOf } from "./places.ts";
import { readReference } from "./read-reference.ts";

const document = contractDocument("http://localhost:3000");
const reference = readReference(document);
const operations = reference.groups.flatMap((group) => group.operations);
const named = (id: string) => operations.find((operation) => operation.id === id);

it("tells of every operation of the contract once", () => {
  const told = operations.map(({ method, path }) => `${method} ${path}`);
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(told.sort()).toEqual(documented.sort());
});

it("has no two places of one name, and every link of a type leads to one", () => {
  const places = placesOf(reference).flatMap((group) => group.places.map(({ id }) => id));
  expect(new Set(places).size).toBe(places.length);
  const forms = [
    ...operations.flatMap(({ body, answers }) => [...body, ...answers.flatMap((answer) => answer.forms)]),
    ...reference.schemas.flatMap((schema) => schema.forms),
  ];
  const links = forms.flatMap(({ fields }) =>
    fields.flatMap(({ type }) => type.flatMap(({ href }) => href ?? [])),
  );
  expect(links.length).toBeGreaterThan(50);
  for (const link of links) expect(places).toContain(link.slice(1));
});

it("names fields by their path, with type, what may be null, and limits", () => {
  const rows = named("get-dashboard-trends-by-feature")?.answers[0]?.forms[0]?.fields ?? [];
  const row = (name: string) => {
    const found = rows.find((each) => each.name === name);
    return found && [found.type.map(({ text }) => text).join(""), found.required];
  };
  expect(row("feature")).toEqual(["string", true]);
  expect(row("data[].…")).toEqual(["Summary", true]);
  expect(row("data[].day")).toEqual(["date", true]);
  expect(row("data[].hour")).toEqual(["date-time", false]);
  expect(row("series[].data[].day")).toEqual(["date", true]);
  const rate = reference.schemas.find(({ name }) => name === "Rate")?.forms[0]?.fields[0];
  expect(rate).toMatchObject({
    name: "value",
    type: [{ text: "number" }, { text: " | " }, { text: "null" }],
  });
});

it("tells of parameters that many operations take once, and names them with each", () => {
  expect(reference.filters.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["days", "tz", "feature"]),
  );
  const trends = named("get-dashboard-trends");
  expect(trends?.filters).toContain("tenant");
  expect(named("get-dashboard-problems")?.filters).not.toContain("tenant");
  expect(trends?.parameters.flatMap(({ fields }) => fields.map(({ name }) => name))).toEqual([
    "unit",
    "split",
    "score",
    "score_of",
    "half_life",
  ]);
});

it("shows a command that can be run, quoted for a shell", () => {
  const command = (id: string) => {
    const operation = named(id);
    return operation && curl(operation, "https://w.example");
  };
  expect(command("get-health")).toBe("curl https://w.example/api/health");
  expect(command("get-feedback-stats-by-feature")).toBe(
    `curl -G https://w.example/api/feedback/stats/article-summarizer \\\n  -H "Authorization: Bearer $SK" \\\n  -d days=7 \\\n  -d tz=Europe/Berlin`,
  );
  expect(command("delete-feedback-by-id")).toContain("-X DELETE https://w.example/api/feedback/fb_1");
  expect(command("post-signals")).toContain("-H 'Content-Type: application/json'");
});
