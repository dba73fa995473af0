import { verifyAuction } from "../src/auction/index.ts";
import { ANONYMOUS } from "../src/shared/actor.ts";
import { readConfig } from "../src/shared/config.ts";
import { createDeps } from "../src/shared/database.ts";
import { read } from "../src/shared/execute.ts";
import { toYuanText } from "../src/shared/money.ts";

/** `npm run auction:verify`: every lot that has a log; `npm run auction:verify -- LS-20260301-001-J1`: those named, by number or id. */
const wanted = process.argv.slice(2);
const deps = createDeps(readConfig());
let verified = 0;
let broken = 0;
try {
  const lots = await deps.db.auction.findMany({ where: wanted.length === 0 ? { log: { some: {} } } : { OR: [{ no: { in: wanted } }, { id: { in: wanted.filter((one) => /^[0-9a-f-]{36}$/.test(one)) } }] }, orderBy: [{ freeStartsAt: "asc" }, { id: "asc" }], select: { id: true } });
  for (const { id } of lots) {
    const { no, genuine, faults, entries, winner, priceFen, endsAt, chainHead } = await read(deps, verifyAuction, ANONYMOUS, { auctionId: id });
    const result = winner === null ? "nobody has it" : `bidder ${winner} at ${priceFen === null ? "no price" : `${toYuanText(priceFen)} yuan`}`;
    if (genuine) console.log(`✓ ${no}: ${entries} entries, ${result}, end ${endsAt.toISOString()}, head ${chainHead.slice(0, 12)}`);
    else console.error(`✗ ${no}: ${faults.join(", ")}; up to there ${result}`);
    verified += 1;
    if (!genuine) broken += 1;
  }
  const missing = wanted.length > 0 && verified < wanted.length;
  if (missing) console.error(`✗ ${wanted.length - verified} of the lots named do not exist.`);
  console.log(`${verified} lots replayed, ${broken} do not fit.`);
  process.exitCode = broken > 0 || missing ? 1 : 0;
} finally {
  await deps.close();
}
