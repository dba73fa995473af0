import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aContractRow, aContractSheet } from "../../testing/contract-sheets.ts";
import { aContractSeller } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { dayOf } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { uploadImport } from "./index.ts";

const ROWS = 10_100; // two whole batches and a bit
const DOMAIN = path.resolve(import.meta.dirname, "../..");

describe("C6 import: the importing process is killed", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  function importer(): ChildProcess {
    const { databaseUrl, storageDir, secretKey } = db.config;
    return spawn(process.execPath, ["--import", "tsx", "testing/import-process.ts"], {
      cwd: DOMAIN,
      env: { DATABASE_URL: databaseUrl, TTX_MODE: "test", TTX_SECRET_KEY: secretKey.toString("base64"), TTX_STORAGE_DIR: storageDir },
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  it("C6 import: killed with SIGKILL in the middle, another process goes on: every row is taken, none twice", { timeout: 240_000 }, async () => {
    const seller = await aContractSeller(db);
    const as = await db.db.organisation.findUniqueOrThrow({ where: { id: seller.organisation!.id } });
    const today = dayOf(await readDomainTime(db.db, "test"));
    const sheet = aContractSheet(Array.from({ length: ROWS }, (_, i) => aContractRow(i + 1, as, today)));
    const { importId } = await uploadImport(db, seller, { name: "合同.csv", choice: "GOOD" }, { body: Readable.from([Buffer.from(sheet)]) }, anOrigin());
    const progress = () => db.db.contractImport.findUniqueOrThrow({ where: { id: importId }, select: { state: true, rowsMerged: true } });

    const first = importer();
    const died = once(first, "exit");
    while ((await progress()).rowsMerged === 0) await sleep(20);
    first.kill("SIGKILL");
    expect(await died).toEqual([null, "SIGKILL"]);
    const { state, rowsMerged } = await progress();
    expect(state).toBe("RUNNING");
    expect(rowsMerged).toBeGreaterThan(0);
    expect(rowsMerged).toBeLessThan(ROWS);

    expect(await once(importer(), "exit")).toEqual([0, null]);
    expect(await progress()).toEqual({ state: "DONE", rowsMerged: ROWS });
    const origins = await db.db.contractImportOrigin.findMany({ where: { importId }, select: { externalNo: true, contractId: true } });
    expect([origins.length, new Set(origins.map(({ externalNo }) => externalNo)).size, new Set(origins.map(({ contractId }) => contractId)).size]).toEqual([ROWS, ROWS, ROWS]);
    expect(await db.db.contract.count({ where: { applicantId: as.id } })).toBe(ROWS);
  });
});
