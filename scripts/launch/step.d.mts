/**
 * Runs `work` under a name that the reader sees on standard error with the time it takes. A failure is thrown on.
 * @param name what is done, as "Installing packages"
 * @param work may `note` lines of its own, shown beneath the name
 */
export function step<T>(name: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
