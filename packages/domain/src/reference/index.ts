export {
  AMOUNT_BANDS, ATTACHMENTS, CODE_TABLE_NAMES, CONTRACT_TYPES, INDUSTRIES, IP_KINDS, LICENCE_MODES, MACRO_REGIONS, NON_TECHNICAL_COST_KINDS,
  PARTY_TYPES, PAYMENT_METHODS, PROGRAMME_SOURCES, REFUSAL_REASONS, REGIONS, REGISTRATION_STATES, ROYALTY_BASES, ROYALTY_RATE_MODES,
  SOCIO_ECONOMIC_OBJECTIVES, TECH_FIELDS, amountBandOf, codeLabel, codeLookup, codesOf,
} from "./codes.ts";
export type { AmountBandRow, AttachmentRow, CodeRow, CodeStatus, CodeTable, CodeTableName, Label, MacroRegionRow, RegionRow } from "./codes.ts";
export {
  citiesOf, countiesOf, division, divisionNamed, divisionPath, formRegionOf, fullDivisionName, isDivision, macroRegionOf, provinceCodeOf, provinceLabel, provinces, regionOf,
  searchDivisions,
} from "./divisions.ts";
export type { Division, DivisionLevel } from "./divisions.ts";
export { HOLIDAY_YEARS, calendarFor, calendarStatusOn } from "./calendars.ts";
export type { CalendarStatus, HolidayYear } from "./calendars.ts";
export { PUBLISHED_FIGURES, PUBLISHED_SOURCES, nationalSeries, publishedFen, publishedFigures } from "./published.ts";
export type { FigureQuery, PublishedFigure, PublishedSource } from "./published.ts";
export { findDivisions } from "./find-divisions.ts";
