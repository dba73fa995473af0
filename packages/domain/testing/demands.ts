import type { z } from "zod";
import { draftDemand, publishDemand } from "../src/demand/index.ts";
import type { DraftDemandInput } from "../src/demand/demand.schema.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute } from "../src/shared/execute.ts";
import { anOrganisation, aPerson, type Actor } from "./people.ts";
import { anOrigin } from "./origin.ts";

type Typed = Partial<z.input<typeof DraftDemandInput>>;
export type TestDemand = { readonly demandId: string; readonly version: number; readonly buyer: Actor };

/** Everything that publication asks for; a buyer's officer of a new enterprise writes it unless given. */
export async function aDraftDemand(deps: Deps, { buyer, ...changes }: Typed & { readonly buyer?: Actor } = {}): Promise<TestDemand> {
  const author = buyer ?? (await aPerson(deps, await anOrganisation(deps), ["BUYER"]));
  const typed = {
    secrecy: "NO" as const,
    title: "高温合金叶片气膜孔加工质量在线检测技术",
    problem: "涡轮叶片气膜孔数量多、孔径小，现有抽检方式漏检率高，需要在加工节拍内完成全部孔的形位检测。",
    targets: "单孔检测时间不超过 0.5 秒，孔径测量误差不超过 5 微米。",
    field: "03",
    budget: "800000",
    divisionCode: "330106",
    contactName: "李需",
    contactPhone: "13900000000",
    ...changes,
  };
  const { demandId, version } = await execute(deps, draftDemand, author, typed, anOrigin());
  return { demandId, version, buyer: author };
}

export async function aPublishedDemand(deps: Deps, options: Typed & { readonly buyer?: Actor } = {}): Promise<TestDemand> {
  const { demandId, version, buyer } = await aDraftDemand(deps, options);
  const published = await execute(deps, publishDemand, buyer, { demandId, version }, anOrigin());
  return { demandId, version: published.version, buyer };
}
