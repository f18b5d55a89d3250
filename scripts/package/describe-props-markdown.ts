import type { ComponentReference, HookReference, Member, Reference } from "#components/docs/reference.ts";

/** The reference as sections of a Markdown page, under headings of level two. */
export function referenceMarkdown(reference: Reference): string {
  const { components, every, hooks, types, variables } = reference;
  return [
    "### Every widget",
    memberTable("prop", every),
    ...components.flatMap(componentSection),
    ...hooks.flatMap(hookSection),
    ...types.flatMap(({ name, about, members }) => [`### ${name}`, about, memberTable("member", members)]),
    "### Variables",
    table(
      ["variable", "in light", "in dark"],
      variables.map(({ name, light, dark }) => [code(name), code(light), light === dark ? "" : code(dark)]),
    ),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function componentSection({ name, about, props, parts }: ComponentReference): string[] {
  const names = parts.split(" ").map(code).join(", ");
  return [
    `### ${name}`,
    about,
    props.length > 0 ? memberTable("prop", props) : "Accepts all common props.",
    parts && `Parts: ${names}.`,
  ];
}

function hookSection({ name, about, takesEvery, options, returns }: HookReference): string[] {
  return [
    `### ${name}`,
    about,
    takesEvery ? "Accepts all common props." : "",
    options.length > 0 ? memberTable("option", options) : "",
    returns.length > 0 ? memberTable("returns", returns) : "",
  ];
}

function memberTable(head: string, members: readonly Member[]): string {
  return table(
    [head, "type", ""],
    members.map(({ name, type, required, fallback, about }) => [
      code(name) + (required && head !== "returns" ? "*" : ""),
      code(type),
      [about, fallback && `Default: ${code(fallback)}.`].filter(Boolean).join(" "),
    ]),
  );
}

const code = (text: string): string => (text ? `\`${text}\`` : "");

/** A table with aligned columns, as the formatter would write it. */
function table(heads: string[], rows: string[][]): string {
  const lines = [heads, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = heads.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
  const draw = (cells: string[], fill = " ") =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(" | ")} |`;
  const [head = [], ...body] = lines;
  return [
    draw(head),
    draw(
      heads.map(() => ""),
      "-",
    ),
    ...body.map((cells) => draw(cells)),
  ].join("\n");
}
