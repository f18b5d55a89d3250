import { formatMoment } from "#components/format/numbers.ts";
import { Stack } from "#components/ui/stack.tsx";
import type { ModelLabel, ModelMove, SwitchPermission } from "#lib/act/models/index.ts";
import type { LabelMove } from "#lib/act/prompts/index.ts";
import type { GuardState } from "#lib/decide/recommendations/index.ts";
import type { RecommendationJson } from "#lib/use-cases/models/recommendation-json.ts";
import { movedWords } from "../labels/moved-words.ts";
import { MovesCard } from "../labels/moves-card.tsx";
import { previousVersion } from "../labels/previous-version.ts";
import { AutomaticCard } from "./automatic-card.tsx";
import { guardWords } from "./choice-words.ts";
import { ModelLabelCard, type ShownModelLabel } from "./label-card.tsx";
import { MixCard } from "./mix-card.tsx";
import { ModelsCard } from "./models-card.tsx";
import { VerdictCard } from "./verdict-card.tsx";

/** What the page of a feature's model is drawn from. */
export interface ChoiceViewProps {
  found: RecommendationJson;
  labels: readonly ModelLabel[];
  /** Newest first. */
  moves: readonly ModelMove[];
  guard: GuardState;
  permission: SwitchPermission | null;
  /** The rules of switching by itself. */
  rules: { runs: number; rest: number };
  /** Models to choose from. */
  known: readonly string[];
  /** Address of the feature's routes. */
  url: string;
  base: string;
  tz: string;
  mayMove: boolean;
  mayAllow: boolean;
}

/** Which model a feature should use, which one it uses, and how it came to that. */
export function ChoiceView(props: ChoiceViewProps) {
  const { found, labels, permission, guard, rules, known, url, base, tz, mayMove, mayAllow } = props;
  const moves = props.moves.map(asLabelMove);
  return (
    <Stack>
      <VerdictCard {...{ found, base, tz }} />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <ModelLabelCard
          {...{ url, mayMove }}
          labels={labels.map((label) => shownLabel(label, moves, tz))}
          models={known}
          suggested={found.model ?? found.current_model}
        />
        <AutomaticCard
          key={String(permission !== null)}
          {...{ url, mayAllow, rules }}
          isAllowed={permission !== null}
          state={guardWords(guard)}
          allowed={permission && `Allowed by ${permission.by}, ${formatMoment(permission.at, tz)}`}
        />
      </div>
      {found.models.length > 0 && <ModelsCard models={found.models} isRandomized={found.randomized} />}
      {found.models.map((model) => (
        <MixCard key={model.model_name} model={model} />
      ))}
      {moves.length > 0 && <MovesCard moves={moves} tz={tz} />}
    </Stack>
  );
}

/** A move of a model's label as one of a prompt's, which both are drawn as. */
const asLabelMove = ({ fromModel, toModel, byItself, movedBy, ...move }: ModelMove): LabelMove => ({
  ...move,
  movedBy: byItself ? `${movedBy} (automatic)` : movedBy,
  fromVersion: fromModel,
  toVersion: toModel,
});

const shownLabel = (
  { label, model }: ModelLabel,
  moves: readonly LabelMove[],
  tz: string,
): ShownModelLabel => ({
  ...{ label, model },
  previous: previousVersion({ label, version: model }, moves),
  moved: movedWords(label, moves, tz),
});
