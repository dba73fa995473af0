import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Deps } from "@ttx/domain/shared/database";
import { dayOf } from "@ttx/domain/shared/clock";
import { readDomainTime } from "@ttx/domain/shared/domain-clock";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { aContractRow, aContractSheet, aSheetLine } from "@ttx/domain/testing/contract-sheets";

/** A sheet of so many contracts of one seller, each unlike the others, with a text for the comparison of texts. */
export async function writeSheet(deps: Deps, file: string, seller: PersonActor, rows: number): Promise<void> {
  const as = await deps.db.organisation.findUniqueOrThrow({ where: { id: seller.organisation!.id } });
  const today = dayOf(await readDomainTime(deps.db, "test"));
  const lines = function* (): Generator<string> {
    yield aContractSheet([]);
    for (let no = 1; no <= rows; no += 1) yield aSheetLine(aContractRow(no, as, today, { text: textOf(as.name, no) }));
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

function textOf(seller: string, no: number): string {
  return `技术开发（委托）合同第${no}号。委托方委托${seller}研究开发第${no}项关键技术，受托方应完成样机研制与中试，并提交全部技术资料。研究开发经费和报酬由委托方分期支付，验收以双方确认的第${no}号技术指标为准，成果归属由双方另行约定，风险责任依照民法典执行，双方应保守技术秘密。`;
}
