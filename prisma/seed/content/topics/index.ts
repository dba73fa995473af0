import { ADVANCED_MANUFACTURING } from "./advanced-manufacturing.ts";
import { AEROSPACE } from "./aerospace.ts";
import { AGRICULTURE } from "./agriculture.ts";
import { BIOMEDICINE } from "./biomedicine.ts";
import { ELECTRONIC_INFORMATION } from "./electronic-information.ts";
import { ENVIRONMENT } from "./environment.ts";
import { NEW_ENERGY } from "./new-energy.ts";
import { NEW_MATERIALS } from "./new-materials.ts";
import { NUCLEAR } from "./nuclear.ts";
import type { Topic } from "./topic.ts";
import { TRANSPORT } from "./transport.ts";
import { URBAN } from "./urban.ts";

/** The eleven fields of tech-fields.json, in the order of their codes. */
export const FIELD_CODES = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"] as const;
export type FieldCode = (typeof FIELD_CODES)[number];

export const TOPICS: Readonly<Record<FieldCode, readonly Topic[]>> = {
  "01": ELECTRONIC_INFORMATION,
  "02": AEROSPACE,
  "03": ADVANCED_MANUFACTURING,
  "04": BIOMEDICINE,
  "05": NEW_MATERIALS,
  "06": NEW_ENERGY,
  "07": ENVIRONMENT,
  "08": NUCLEAR,
  "09": AGRICULTURE,
  "10": TRANSPORT,
  "11": URBAN,
};
