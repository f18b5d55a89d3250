import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { ScoreForm } from "./score-form.tsx";

interface ScoresSettingProps {
  projectId: string;
  scores: readonly ScoreDefinition[];
  mayManage: boolean;
}

/** The named scores of a project, declared and learned, and for those who may, ways to change them. */
export function ScoresSetting({ projectId, scores, mayManage }: ScoresSettingProps) {
  return (
    <Card
      title="Scores"
      note="Measures of your own beside thumbs and stars, such as whether the task was solved. A score that a secret key sends is learned from its first values; confirm it to fix its range or labels and to accept it from publishable keys; a number needs its lowest and its highest value for that."
    >
      <ul className="space-y-5">
        {scores.map((score) => (
          <li key={score.name} className="border-line border-b pb-5">
            {mayManage ? (
              <ScoreForm projectId={projectId} score={score} />
            ) : (
              <p className="flex flex-wrap items-center gap-2 text-sm">
                <code className="font-mono">{score.name}</code> <Badge>{score.type}</Badge>
                {!score.confirmed && <Badge tone="warn">Learned, not confirmed</Badge>}
              </p>
            )}
          </li>
        ))}
        <li>
          {mayManage ? (
            <ScoreForm projectId={projectId} score={null} />
          ) : (
            <p className="text-faint text-sm">Owners and admins may declare scores.</p>
          )}
        </li>
      </ul>
    </Card>
  );
}
