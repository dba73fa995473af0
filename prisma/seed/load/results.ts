import { getResult, writePublished, type ResultContent } from "@ttx/domain/result";
import type { Deps } from "@ttx/domain/shared/database";
import { day } from "@ttx/domain/shared/clock";
import { demoPeople, demoResults, type DemoResult } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { morningOf } from "./days.ts";
import { idOf } from "./ids.ts";
import { PATIENCE } from "./patience.ts";
import { inParallel } from "./in-parallel.ts";

/** Results as the owners published them, each with its first version. */
export async function loadResults({ db }: Deps): Promise<void> {
  const people = demoPeople(SEED);
  await inParallel(demoResults(SEED).entries(), async ([i, result]) => {
    const id = idOf("result", result.key);
    const publishedAt = morningOf(result.publishedOn, i % 400);
    const seller = people.find(({ organisation, roles }) => organisation === result.owner && roles.includes("SELLER"));
    const byId = seller ? idOf("person", seller.key) : null;
    const content = contentOf(result, seller?.name ?? "成果转化办公室", i);
    await db.$transaction(async (tx) => {
      const { count } = await tx.result.createMany({
        skipDuplicates: true,
        data: [
          {
            id,
            ownerId: idOf("organisation", result.owner),
            state: "PUBLISHED",
            versionNo: 0,
            title: content.title,
            titleEn: content.titleEn,
            summary: content.summary,
            field: content.field,
            stage: content.stage,
            readinessLevel: content.readinessLevel,
            programme: content.programme,
            tradeModes: [...content.tradeModes],
            askedPriceFen: content.askedPriceFen,
            priceNegotiable: content.priceNegotiable,
            divisionCode: content.divisionCode,
            secrecyCleared: true,
            contactName: content.contactName,
            contactPhone: content.contactPhone,
            createdById: byId,
            createdAt: publishedAt,
            updatedAt: publishedAt,
            publishedAt,
          },
        ],
      });
      if (count === 0) return;
      await writePublished(tx, await getResult(tx, id), i % REVISED_EVERY === 0 ? firstVersion(content) : content, publishedAt, byId);
      await tx.result.update({ where: { id }, data: { versionNo: 1 } });
      if (i % REVISED_EVERY !== 0) return;
      const revisedAt = new Date(publishedAt.getTime() + REVISED_AFTER_MS);
      await writePublished(tx, await getResult(tx, id), content, revisedAt, byId);
      await tx.result.update({ where: { id }, data: { versionNo: 2, updatedAt: revisedAt } });
    }, PATIENCE);
  });
}

/** Some owners have put their results right since: a version before, and one after. */
const REVISED_EVERY = 30;
const REVISED_AFTER_MS = 20 * 86_400_000;

function firstVersion(content: ResultContent): ResultContent {
  const dearer = content.askedPriceFen === null ? null : ((content.askedPriceFen * 5n) / 4n) as ResultContent["askedPriceFen"];
  return { ...content, summary: content.summary.replace(/第三方检测/, "自行检测"), askedPriceFen: dearer, readinessLevel: Math.max(1, content.readinessLevel - 1) };
}

function contentOf(result: DemoResult, contactName: string, i: number): ResultContent {
  return {
    title: result.title,
    titleEn: result.titleEn,
    summary: result.summary,
    field: result.field,
    stage: result.stage,
    readinessLevel: result.trl,
    programme: result.programmeCode,
    projectNo: null,
    tradeModes: [...result.tradeModes],
    askedPriceFen: result.askedPriceFen as ResultContent["askedPriceFen"],
    priceNegotiable: result.askedPriceFen === null,
    divisionCode: result.divisionCode,
    secrecyOfficer: "保密办公室（演示）",
    contactName,
    contactPhone: `0571-8800${String(1000 + (i % 9000))}`,
    completers: result.completers.map(({ name, shareBp }) => ({ name, unit: null, shareBp })),
    rights: result.ipRights.map(({ kindCode, number, title, status, filedOn, grantedOn, expiresOn }) => ({
      kind: kindCode,
      number,
      title,
      status,
      filedOn: day(filedOn),
      grantedOn: grantedOn === null ? null : day(grantedOn),
      expiresOn: expiresOn === null ? null : day(expiresOn),
    })),
  };
}
