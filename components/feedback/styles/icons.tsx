/** An icon is decoration: the button that holds it has the name. */
interface IconProps {
  filled?: boolean;
}

/** A thumb pointing up. */
export function ThumbUpIcon({ filled = false }: IconProps) {
  return (
    <svg className="whetstone-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M4 10.5h3.5v9H4z" fill={filled ? "currentColor" : "none"} />
      <path
        d="M7.5 10.5 11.2 3.6c1.6 0 2.7 1.4 2.3 2.9L12.7 9.7h5.6a2.2 2.2 0 0 1 2.1 2.7l-1.4 5.5a2.2 2.2 0 0 1-2.1 1.6H7.5z"
        fill={filled ? "currentColor" : "none"}
      />
    </svg>
  );
}

/** A thumb pointing down. */
export function ThumbDownIcon({ filled = false }: IconProps) {
  return (
    <svg className="whetstone-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <g transform="matrix(1 0 0 -1 0 24)">
        <path d="M4 10.5h3.5v9H4z" fill={filled ? "currentColor" : "none"} />
        <path
          d="M7.5 10.5 11.2 3.6c1.6 0 2.7 1.4 2.3 2.9L12.7 9.7h5.6a2.2 2.2 0 0 1 2.1 2.7l-1.4 5.5a2.2 2.2 0 0 1-2.1 1.6H7.5z"
          fill={filled ? "currentColor" : "none"}
        />
      </g>
    </svg>
  );
}

/** A star with five points. */
export function StarIcon() {
  return (
    <svg className="whetstone-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="m12 3.2 2.7 5.6 6.1.8-4.5 4.3 1.1 6.1-5.4-3-5.4 3 1.1-6.1-4.5-4.3 6.1-.8z" />
    </svg>
  );
}

/** An arrow head pointing down; styles turn it when what it unfolds is open. */
export function ChevronIcon() {
  return (
    <svg
      className="whetstone-icon whetstone-chevron"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d="m7 10 5 5 5-5" fill="none" />
    </svg>
  );
}

/** A cross. */
export function CloseIcon() {
  return (
    <svg className="whetstone-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="m6.5 6.5 11 11m0-11-11 11" />
    </svg>
  );
}

/** A spark with four points: something is new. */
export function SparkleIcon() {
  return (
    <svg className="whetstone-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 4c.9 4.8 3.2 7.1 8 8-4.8.9-7.1 3.2-8 8-.9-4.8-3.2-7.1-8-8 4.8-.9 7.1-3.2 8-8z" />
    </svg>
  );
}
