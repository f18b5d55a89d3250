export function runTask(root: string, node: string, task: string, args: string[]): Promise<number>;
