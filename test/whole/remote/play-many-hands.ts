import { startInWorkerd, startOnNode } from "./hosts.ts";
import { playManyHands } from "./many-hands.ts";

// Two bots on Node and a Worker on one database: npx tsx test/whole/remote/play-many-hands.ts [OPERATIONS] [SEED]

const [operations = "10000", seed = "1"] = process.argv.slice(2);
const played = await playManyHands(
  [startOnNode, startOnNode, startInWorkerd],
  Number(operations),
  Number(seed),
);
console.log(JSON.stringify({ seed: Number(seed), ...played }));
process.exit(played.wrong.length === 0 ? 0 : 1);
