import { parseArgs } from "node:util";
import { verifyAudit, type AuditFault } from "../src/audit/index.ts";
import { readConfig } from "../src/shared/config.ts";
import { createDeps } from "../src/shared/database.ts";

/** `npm run audit:verify -- --published 12:3f2a…`: the hash of a seal as it was published proves that nothing was cut off behind it. */
const { values } = parseArgs({ options: { published: { type: "string", multiple: true, default: [] } } });
const published = new Map(values.published.map(readPublished));

const deps = createDeps(readConfig());
try {
  const { fault, seals, entries, unsealed, last } = await verifyAudit(deps, {
    published,
    onProgress: (done, checked) => {
      if (done % 1_000 === 0) console.log(`  … ${done} seals, ${checked} entries`);
    },
  });
  const walked = `${entries} entries in ${seals} seals`;
  if (fault) {
    console.error(`✗ ${wordsFor(fault)}\n  Up to there the record is whole: ${walked}.`);
    process.exitCode = 1;
  } else {
    console.log(`✓ The audit record is whole: ${walked}, ${unsealed} entries wait for the next seal.`);
    if (last) console.log(`  Last seal: no. ${last.no} of ${last.sealedAt}\n  ${last.hash}`);
  }
} finally {
  await deps.close();
}

function readPublished(text: string): [number, string] {
  const [, no, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (no === undefined || hash === undefined) throw new Error(`--published ${text}: number and hash of a seal are expected, for instance 12:3f2a…`);
  return [Number(no), hash];
}

function wordsFor(fault: AuditFault): string {
  switch (fault.kind) {
    case "SEAL_MISSING":
      return `Seal ${fault.sealNo} is missing.`;
    case "SEAL_CHANGED":
      return `Seal ${fault.sealNo} was changed: its content does not give its hash.`;
    case "CHAIN_BROKEN":
      return `Seal ${fault.sealNo} does not follow the seal before it.`;
    case "SEAL_NOT_AS_PUBLISHED":
      return fault.found === "" ? `Seal ${fault.sealNo}, published as ${fault.published}, is missing: the end of the chain was cut off.` : `Seal ${fault.sealNo} was published as ${fault.published}, but is now ${fault.found}: the chain was made anew.`;
    case "ENTRY_CHANGED":
      return fault.sealNo === null ? `Entry ${fault.entryId}, not yet sealed, was changed after it was written.` : `Entry ${fault.entryId} was changed after seal ${fault.sealNo} had sealed it.`;
    case "ENTRY_MISSING":
      return `Entry ${fault.entryId}, which seal ${fault.sealNo} holds, is missing.`;
    case "ENTRY_ADDED":
      return `Entry ${fault.entryId} was added later among the entries of seal ${fault.sealNo}.`;
  }
}
