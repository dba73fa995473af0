// The browser's door: code labels without the divisions, the calendars and the published figures.
export {
  AMOUNT_BANDS, ATTACHMENTS, CODE_TABLE_NAMES, CONTRACT_TYPES, INDUSTRIES, IP_KINDS, LICENCE_MODES, MACRO_REGIONS, NON_TECHNICAL_COST_KINDS,
  PARTY_TYPES, PAYMENT_METHODS, PROGRAMME_SOURCES, REFUSAL_REASONS, REGIONS, ROYALTY_BASES, ROYALTY_RATE_MODES, SOCIO_ECONOMIC_OBJECTIVES,
  TECH_FIELDS, codeLabel, codesOf,
} from "./codes.ts";
export type { CodeRow, CodeTable, CodeTableName, Label } from "./codes.ts";
