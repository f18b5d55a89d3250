/** A group of metrics to choose from. */
export interface MetricChoice {
  label: string;
  metrics: readonly { value: string; label: string }[];
}

/** The options of a select of metrics. */
export function MetricOptions({ choices }: { choices: readonly MetricChoice[] }) {
  return choices.map(({ label, metrics }) => (
    <optgroup key={label} label={label}>
      {metrics.map((metric) => (
        <option key={metric.value} value={metric.value}>
          {metric.label}
        </option>
      ))}
    </optgroup>
  ));
}
