import type { Rate } from "#lib/domain/rate";
import type { ModelRow, ModelSummary } from "#lib/evaluate/metrics/index";
import { Card } from "../ui/card.tsx";
import type { Column } from "../ui/data-table.tsx";
import { Notice } from "../ui/notice.tsx";
import { Stack } from "../ui/stack.tsx";
import { RatingTable } from "./rating-table.tsx";
import { differingResponse } from "./response-rates.ts";
import { costWords, NONE } from "./words.ts";

interface ModelTablesProps {
  byModel: readonly ModelSummary[];
  byPrompt: readonly ModelRow[];
  baseline: Rate;
}

const modelColumn: Column<{ modelName: string }> = {
  head: "Model",
  rowHead: true,
  className: "font-medium! whitespace-nowrap",
  cell: ({ modelName }) => modelName,
};

const costColumn: Column<{ costUsd: number }> = {
  head: "Cost",
  numeric: true,
  cell: ({ costUsd }) => (costUsd > 0 ? costWords(costUsd) : NONE),
};

/** The models, and within them the prompt versions. */
export function ModelTables({ byModel, byPrompt, baseline }: ModelTablesProps) {
  const closing = [...byModel, ...byPrompt].some(({ costUsd }) => costUsd > 0) ? [costColumn] : [];
  const differing = differingResponse(
    byModel.map(({ modelName: name, responseRate }) => ({ name, responseRate })),
  );
  return (
    <Stack>
      {differing && <Notice tone="warn">{differing}</Notice>}
      <Card title="By model" flush>
        <RatingTable
          caption="Models"
          rows={byModel}
          rowKey={({ modelName }) => modelName}
          naming={[modelColumn]}
          closing={closing}
          baseline={baseline}
        />
      </Card>
      <Card title="By model and prompt version" flush>
        <RatingTable
          caption="Models and prompt versions"
          rows={byPrompt}
          rowKey={({ modelName, promptTemplate, promptVersion }) =>
            JSON.stringify([modelName, promptTemplate, promptVersion])
          }
          naming={[modelColumn, promptColumn]}
          closing={closing}
          baseline={baseline}
        />
      </Card>
    </Stack>
  );
}

const promptColumn: Column<ModelRow> = {
  head: "Prompt",
  className: "whitespace-nowrap",
  cell: ({ promptTemplate, promptVersion }) =>
    promptTemplate || promptVersion ? (
      <>
        {promptTemplate ?? "unnamed"}
        {promptVersion && <span className="block text-faint text-xs">{promptVersion}</span>}
      </>
    ) : (
      <span className="text-faint">not given</span>
    ),
};
