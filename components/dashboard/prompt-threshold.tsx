import { SegmentedLinks } from "../ui/segmented-links.tsx";
import { thresholdChoices, thresholdWords } from "./threshold-address.ts";

interface PromptThresholdProps {
  threshold: number;
  /** The page with another threshold. */
  hrefOf: (threshold: number) => string;
}

/** The choice of the rate under which a prompt version is marked. */
export function PromptThreshold({ threshold, hrefOf }: PromptThresholdProps) {
  return (
    <SegmentedLinks
      label="Threshold"
      links={thresholdChoices(threshold).map((choice) => ({
        href: hrefOf(choice),
        label: thresholdWords(choice),
        here: choice === threshold,
      }))}
    />
  );
}
