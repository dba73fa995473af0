// The browser's door: shapes, labels and bounds of forms; no server code behind it.
export { LISTING_STATE_LABELS } from "./listing.labels.ts";
export { ENCUMBRANCE_LABELS } from "./encumbrance.labels.ts";
export { ENCUMBRANCE_KINDS, ENCUMBRANCES_MAX, isGrant, needsPledgeesConsent, type EncumbranceKind } from "./encumbrance.rules.ts";
export { INTENT_RELATION_LABELS, INTENT_STATE_LABELS } from "./intent.labels.ts";
export { INTENT_RELATIONS, type IntentRelation } from "./intent.rules.ts";
export {
  BIDDING_FORMAT_LABELS,
  FALL_FOLLOW_UP_LABELS,
  IDENTITY_MODE_LABELS,
  INCREMENT_MODE_LABELS,
  LEGAL_REGIME_LABELS,
  LICENCE_KIND_LABELS,
  LIMITED_TRIGGER_LABELS,
  LISTING_EVENT_LABELS,
  LISTING_GROUP_LABELS,
  LISTING_MODE_LABELS,
  MATERIAL_HINTS,
  MATERIAL_LABELS,
  OFFER_MODE_LABELS,
  PRIORITY_GROUND_LABELS,
  PRIORITY_MODE_LABELS,
  SELLER_CLASS_LABELS,
  STANDBY_LABELS,
} from "./terms.labels.ts";
export { BIDDING_FORMATS, FALL_FOLLOW_UPS, INCREMENT_MODES, LEGAL_REGIMES, LIMITED_TRIGGERS, PRIORITY_MODES } from "./bidding-plan.schema.ts";
export { LICENCE_KINDS, LISTING_TRADE_MODES, PRIORITY_GROUNDS, type LicenceKind, type ListingTradeMode, type PriorityGround } from "./listing.schema.ts";
export { conditionsIn } from "./announced-terms.schema.ts";
export { completersStandFirst, LISTING_MATERIALS, requiredMaterials, type ListingMaterial, type SellerClass } from "./listing.rules.ts";
export type { ListingEvent, ListingState } from "./listing.machine.ts";
export type { IntentState } from "./intent.machine.ts";
