import { ContractRegistered } from "../src/recognition/index.ts";
import { scanContract } from "../src/risk/index.ts";
import { SYSTEM, type PersonActor } from "../src/shared/actor.ts";
import { addDays, dayOf } from "../src/shared/clock.ts";
import type { Deps } from "../src/shared/database.ts";
import { readDomainTime } from "../src/shared/domain-clock.ts";
import { execute } from "../src/shared/execute.ts";
import { aContractSeller, aFullForm, aRegisteredContract, type Office } from "./contracts.ts";
import { anOrigin } from "./origin.ts";

/** Runs the rules on a registered contract, as its event does. */
export async function scanned(deps: Deps, contractId: string) {
  const event = await deps.db.outboxEvent.findFirstOrThrow({ where: { type: ContractRegistered.name, subjectId: contractId } });
  return execute(deps, scanContract, SYSTEM, { facts: event.payload }, anOrigin());
}

const TEXTS = [
  "智能仓储调度系统：研究多车协同路径规划与拥堵预测，交付调度软件一套及测试报告，验收以吞吐量指标为准。",
  "高炉煤气余压发电机组叶片在线监测装置：研制振动传感前端与故障诊断算法，现场连续运行九十日。",
  "盐碱地水稻耐盐品种分子标记筛选：完成三个标记位点的验证，提交种质材料与田间试验记录。",
  "城市轨道交通隧道渗漏水红外识别：采集三条线路图像并训练模型，提供巡检车载软件。",
];

/** Registered contracts of one seller and one buyer over so many yuan, signed so many days ago; their texts have nothing in common. */
export async function aPairOfParties(deps: Deps, office: Office, contracts: readonly { readonly turnover: string; readonly daysAgo: number }[], seller?: PersonActor) {
  const filer = seller ?? (await aContractSeller(deps));
  const { buyers } = await aFullForm(deps, filer);
  const today = dayOf(await readDomainTime(deps.db, "test"));
  const ids: string[] = [];
  for (const [i, { turnover, daysAgo }] of contracts.entries()) {
    const signedOn = addDays(today, -daysAgo);
    const text = `技术开发（委托）合同。${TEXTS[i % TEXTS.length]!.repeat(4)}`;
    const form = { buyers, signedOn, validFrom: signedOn, projectName: TEXTS[i % TEXTS.length]!.slice(0, 20), text };
    ids.push((await aRegisteredContract(deps, office, { seller: filer, turnover, form })).contractId);
  }
  return { seller: filer, contractIds: ids };
}
