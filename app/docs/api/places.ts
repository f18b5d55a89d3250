import type { ApiReference } from "#components/docs/api-reference.ts";
import type { PlaceGroup } from "#components/docs/contents.tsx";

/** What is on the page, in its order. */
export const placesOf = ({ groups, schemas }: ApiReference): PlaceGroup[] => [
  {
    title: "Introduction",
    places: [
      { id: "start", title: "Getting started" },
      { id: "filters", title: "Filters" },
    ],
  },
  ...groups.map(({ title, operations }) => ({
    title,
    places: operations.map(({ id, method, path }) => ({
      id,
      title: `${method} ${path.replace(/^\/api/, "")}`,
    })),
  })),
  {
    title: "Reference",
    places: [{ id: "refusals", title: "Errors" }, ...schemas.map(({ id, name }) => ({ id, title: name }))],
  },
];
