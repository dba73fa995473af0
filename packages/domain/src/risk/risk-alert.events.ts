import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Alert = z.object({ alertId: z.string(), rule: z.string(), level: z.string(), divisionCode: z.string(), contractIds: z.array(z.string()) });

/** A rule found records that need an explanation (预警生成). */
export const RiskAlertOpened = defineEvent("RiskAlertOpened", Alert);
/** A person concluded an alert (预警办结). */
export const RiskAlertConcluded = defineEvent("RiskAlertConcluded", Alert.extend({ conclusion: z.string() }));
