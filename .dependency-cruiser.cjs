/**
 * The layer rules of docs/decisions/0002-layers.md. Every rule is an error: a breach fails `npm run check`.
 * A stage's "door" is the index.ts of one of its capabilities.
 */
const stages = "(observe|evaluate|decide|act)";
const door = "^lib/[^/]+/[^/]+/index\\.ts$";
/** Tests and what only they use may look anywhere; what ships may not. */
const test = "\\.test\\.tsx?$|/testing/";
const error = (name, comment, from, to) => ({
  name,
  severity: "error",
  comment,
  from: { ...from, pathNot: [test, ...[from.pathNot ?? []].flat()] },
  to,
});
const code = "^(app|bench|components|lib|scripts|server|tests)/|^server\\.ts$";

module.exports = {
  forbidden: [
    error("no-circular", "A cycle has no order in which to read it.", { path: code }, { circular: true }),
    error("no-unresolved", "An import must lead somewhere.", { path: code }, { couldNotResolve: true }),
    error(
      "domain-is-pure",
      "Nouns depend on nothing but zod, mathematics and each other.",
      { path: "^lib/domain/" },
      {
        path: "^(lib/(?!domain/)|app/|components/|bench/|scripts/|server/|tests/|prisma/)|^node_modules/(?!zod/|@stdlib/)",
      },
    ),
    error(
      "stages-do-not-meet",
      "What runs across stages is a use case in lib/use-cases.",
      { path: `^lib/${stages}/` },
      { path: `^lib/${stages}/`, pathNot: "^lib/$1/" },
    ),
    error(
      "stage-capabilities-use-doors",
      "Inside a stage, a capability is entered through its index.ts.",
      { path: `^lib/${stages}/([^/]+)/` },
      { path: "^lib/$1/", pathNot: ["^lib/$1/$2/", door] },
    ),
    error(
      "stages-look-down",
      "A stage knows domain and platform, nothing above it.",
      { path: `^lib/${stages}/` },
      { path: "^(app/|components/|bench/|scripts/|server/|tests/|lib/use-cases/)" },
    ),
    error(
      "only-stores-touch-the-database",
      "store.ts is the only file of a capability that touches the database.",
      { path: `^lib/${stages}/`, pathNot: "/store\\.ts$|/[a-z-]+-store\\.ts$" },
      {
        path: "^lib/platform/(db|migrate)|^prisma/generated/|^node_modules/(@prisma/|pg/)",
        dependencyTypesNot: ["type-only"],
      },
    ),
    {
      name: "connections-are-made-one-way",
      severity: "error",
      comment:
        "Connections are SessionClients, also in scripts and tests, so that no setting of the server, the role or the address changes what a statement does. The benchmark's other server is what somebody else would write.",
      from: {
        path: code,
        pathNot:
          "^lib/platform/(db/(client|session|session\\.test|session\\.db\\.test)|jobs/start-jobs|migrate/engine-adapter)\\.ts$|^bench/collect/baseline-server\\.ts$|^bench/prompts/obvious/",
      },
      to: { path: "node_modules/(pg|pg-boss|@prisma/adapter-pg)/", dependencyTypesNot: ["type-only"] },
    },
    error(
      "decisions-are-pure",
      "What evaluates or decides takes its numbers as arguments: no platform, no disk, no network.",
      { path: "^lib/(evaluate|decide)/", pathNot: "/(store|index)\\.ts$|/[a-z-]+-store\\.ts$" },
      { path: "^lib/platform/|^prisma/generated/", dependencyTypesNot: ["type-only"] },
    ),
    error(
      "decisions-touch-no-node",
      "Pure files use no module of Node's.",
      { path: "^lib/(evaluate|decide|domain)/", pathNot: "/(store|index)\\.ts$|/[a-z-]+-store\\.ts$" },
      { dependencyTypes: ["core"] },
    ),
    error(
      "use-cases-enter-by-doors",
      "A use case enters stages through their doors.",
      { path: "^lib/use-cases/" },
      { path: `^lib/${stages}/`, pathNot: door },
    ),
    error(
      "use-cases-have-no-database",
      "A use case leaves the database to the stores.",
      { path: "^lib/use-cases/" },
      { path: "^(lib/platform/(db|migrate)|app/|components/|bench/|scripts/|server/|tests/|prisma/)" },
    ),
    error(
      "platform-is-the-ground",
      "The ground knows domain and nothing that stands on it.",
      { path: "^lib/platform/" },
      { path: `^(lib/(${stages}|use-cases)/|app/|components/|bench/|scripts/|server/|tests/)` },
    ),
    error(
      "components-draw",
      "Components know types, not the code that makes the values.",
      { path: "^components/(?!feedback/)" },
      { path: "^lib/", pathNot: "^lib/domain/", dependencyTypesNot: ["type-only"] },
    ),
    error(
      "charts-draw-for-any-page",
      "Charts, figures and formats know nothing of the dashboard that shows them.",
      { path: "^components/(charts|figures|format|ui)/" },
      { path: "^components/dashboard/" },
    ),
    error(
      "formats-stand-alone",
      "What turns values to text draws nothing.",
      { path: "^components/format/" },
      { path: "^components/(?!format/)" },
    ),
    error(
      "components-are-not-pages",
      "Pages know components, not the other way.",
      { path: "^components/" },
      { path: "^(app|bench|scripts|server|tests)/" },
    ),
    error(
      "feedback-stands-alone",
      "The package that others embed imports itself, React and the diff library it loads on demand.",
      { path: "^components/feedback/", pathNot: "^components/feedback/(ai-sdk|embed|openfeature)/" },
      {
        path: "^(app|bench|lib|scripts|server|tests|prisma)/|^components/(?!feedback/)|^node_modules/(?!react/|react-dom/|diff/|@types/react)",
      },
    ),
    error(
      "feedback-elements-stand-alone",
      "embed.js imports the package, and Preact in the place of React.",
      { path: "^components/feedback/embed/" },
      {
        path: "^(app|bench|lib|scripts|server|tests|prisma)/|^components/(?!feedback/)|^node_modules/(?!preact/)",
      },
    ),
    error(
      "feedback-is-not-embedded",
      "What the package exports knows nothing of embed.js.",
      { path: "^components/feedback/(?!embed/)" },
      { path: "^components/feedback/embed/" },
    ),
    error(
      "feedback-middleware-stands-alone",
      "The middleware for the AI SDK imports the package and the SDK's types.",
      { path: "^components/feedback/ai-sdk/" },
      {
        path: "^(app|bench|lib|scripts|server|tests|prisma)/|^components/(?!feedback/)|^node_modules/(?!ai/)",
      },
    ),
    error(
      "feedback-provider-stands-alone",
      "The provider for OpenFeature imports the package and the SDK, which the host brings.",
      { path: "^components/feedback/openfeature/" },
      {
        path: "^(app|bench|lib|scripts|server|tests|prisma)/|^components/(?!feedback/)|^node_modules/(?!@openfeature/)",
      },
    ),
    error(
      "feedback-middleware-brings-no-sdk",
      "The host brings the AI SDK, which calls the middleware: at run time it imports nothing of it.",
      { path: "^components/feedback/ai-sdk/" },
      { path: "^node_modules/ai/", dependencyTypesNot: ["type-only"] },
    ),
    error(
      "feedback-has-its-doors",
      "The package is entered through the doors that its package.json exports.",
      { path: code, pathNot: "^components/feedback/" },
      {
        path: "^components/feedback/",
        pathNot: "^components/feedback/((client/|ai-sdk/)?index\\.ts|styles\\.css)$",
      },
    ),
    error(
      "app-enters-by-doors",
      "Pages and routes enter stages through their doors.",
      { path: "^app/" },
      { path: `^lib/${stages}/`, pathNot: door },
    ),
    error(
      "a-page-reads-the-clock-once",
      "What a page draws is of the one moment that readPage read: around midnight a second reading is of another day.",
      { path: "^app/\\(dashboard\\)/", pathNot: "^app/\\(dashboard\\)/(read-page\\.ts|live-mark\\.tsx)$" },
      { path: "^lib/platform/clock\\.ts$" },
    ),
    error(
      "app-has-no-database",
      "Pages and routes leave the database to the stores.",
      { path: "^app/" },
      {
        path: "^(lib/platform/(db|migrate)|prisma/|bench/|scripts/|server/|tests/)|^node_modules/(@prisma/|pg/)",
      },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // Templates of apps that have packages of their own.
    exclude: { path: "^(\\.data|\\.node|tests/embed/apps)/|(^|/)\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".css", ".json"],
    },
  },
};
