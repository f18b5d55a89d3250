/** An undirected graph: the neighbors of each node with the weights of the edges. */
export type Graph = readonly ReadonlyMap<number, number>[];

/**
 * The communities of a graph (Louvain, Blondel et al. 2008): nodes move to where modularity gains most, in their order, and
 * communities become nodes until nothing moves. Without chance: the same graph has the same communities.
 * @param start the community of each node to begin with; nodes move from there only where that gains.
 */
export function communitiesOf(graph: Graph, start: readonly number[], resolution = 1): number[] {
  let [level, members] = [graph, graph.map((_, node) => [node])];
  let labels = moveNodes(level, [...start], resolution);
  for (;;) {
    const names = [...new Set(labels)];
    if (names.length === level.length) break;
    const at = new Map(names.map((name, index) => [name, index]));
    const own = labels.map((label) => at.get(label) ?? 0);
    members = names.map((_, index) => members.filter((__, node) => own[node] === index).flat());
    level = condense(level, own, names.length);
    labels = moveNodes(level, [...level.keys()], resolution);
  }
  const community = new Array<number>(graph.length).fill(0);
  for (const [index, nodes] of members.entries()) for (const node of nodes) community[node] = index;
  return community;
}

/** The sweeps over all nodes at most; nearly all graphs are still after ten. */
const SWEEPS = 50;

function moveNodes(graph: Graph, labels: number[], resolution: number): number[] {
  const degree = graph.map((near) => sum(near.values()));
  const total = sum(degree) || 1;
  const weight = new Map<number, number>();
  for (const [node, label] of labels.entries())
    weight.set(label, (weight.get(label) ?? 0) + (degree[node] ?? 0));
  let free = Math.max(-1, ...labels);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let moved = false;
    for (const [node, near] of graph.entries()) {
      const [from, own] = [labels[node] ?? 0, degree[node] ?? 0];
      weight.set(from, (weight.get(from) ?? 0) - own);
      const links = new Map<number, number>([[from, 0]]);
      for (const [other, edge] of near)
        if (other !== node) links.set(labels[other] ?? 0, (links.get(labels[other] ?? 0) ?? 0) + edge);
      let [best, most] = [
        from,
        (links.get(from) ?? 0) - (resolution * own * (weight.get(from) ?? 0)) / total,
      ];
      for (const [label, link] of links) {
        const gain = link - (resolution * own * (weight.get(label) ?? 0)) / total;
        if (gain > most + 1e-9) [best, most] = [label, gain];
      }
      // To be alone is better than to be where nothing links.
      if (most < -1e-9) best = ++free;
      labels[node] = best;
      weight.set(best, (weight.get(best) ?? 0) + own);
      moved ||= best !== from;
    }
    if (!moved) break;
  }
  return labels;
}

/** The graph of communities: what linked two nodes of one is an edge to itself. */
function condense(graph: Graph, own: readonly number[], count: number): Graph {
  const level = Array.from({ length: count }, () => new Map<number, number>());
  for (const [node, near] of graph.entries())
    for (const [other, edge] of near) {
      const edges = level[own[node] ?? 0] as Map<number, number>;
      edges.set(own[other] ?? 0, (edges.get(own[other] ?? 0) ?? 0) + edge);
    }
  return level;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
