import { notifyOrganisation, type NotificationKind } from "../notification/index.ts";
import type { Context } from "../shared/use-case.ts";
import { ALERT_LEVEL_WORDS } from "./risk-alert.labels.ts";
import type { AlertRow } from "./risk.repository.ts";
import { RISK_RULES } from "./signal.rules.ts";

export function alertParams({ rule, level }: Pick<AlertRow, "rule" | "level">, projectName: string): Readonly<Record<string, string>> {
  const title = RISK_RULES.find(({ code }) => code === rule)!.title;
  return { title: title.zh, titleEn: title.en, level: ALERT_LEVEL_WORDS[level].zh, levelEn: ALERT_LEVEL_WORDS[level].en, projectName };
}

/** Tells the administrators whose area an alert lies in: its county, city and province, or only from a level up. */
export async function tellAdministrators(ctx: Context, alert: Pick<AlertRow, "id" | "rule" | "level" | "divisionCode">, kind: NotificationKind, projectName: string, longest: 2 | 4 | 6 = 6): Promise<void> {
  const areas = [2, 4, 6].filter((length) => length <= longest).map((length) => alert.divisionCode.slice(0, length));
  const authorities = await ctx.tx.organisation.findMany({ where: { kind: "GOVERNMENT", state: "VERIFIED", jurisdiction: { in: areas } }, select: { id: true } });
  for (const { id } of authorities) {
    await notifyOrganisation(ctx, id, ["ADMINISTRATOR"], { kind, params: alertParams(alert, projectName), link: `/desk/risk?alert=${alert.id}` });
  }
}
