import type { Scene } from "../stage.ts";
import { AWARD_OBJECTION_SCENE } from "./award-objections.ts";
import { SECRECY_SCENE } from "./secrecy.ts";
import { AUCTION_LAW_SCENE, ENDED_LOT_SCENE, LAND_FORM_SCENE, OPEN_LOT_SCENE, SCHEDULED_LOT_SCENE, SESSION_SCENE, SOLD_LOT_SCENE, TROUBLED_LOTS_SCENE } from "./auctions.ts";
import { BORDER_SCENE } from "./border.ts";
import { BROKERING_SCENE } from "./brokering.ts";
import { CONTRACT_SCENE } from "./contracts.ts";
import { DEAL_SCENE } from "./deals.ts";
import { EXTENSION_SCENE } from "./extension.ts";
import { FORFEIT_SCENE } from "./forfeits.ts";
import { INCOME_SCENE } from "./income.ts";
import { PROCEDURE_SCENE } from "./procedures.ts";
import { INSPECTION_SCENE } from "./inspections.ts";
import { LISTING_SCENE, MARKET_SCENE } from "./listings.ts";
import { NEGOTIATION_SCENE } from "./negotiations.ts";
import { NOTICE_SCENE } from "./notices.ts";
import { STAGED_SCENES } from "./staged-auctions.ts";
import { USE_FIRST_SCENE, USE_FIRST_UNPAID_SCENE } from "./use-first.ts";
import { RENEWAL_SCENE } from "./renewal.ts";

/** What is going on in the demo country at its first hour. A feature that wants something running adds its scene here. */
export const SCENES: readonly Scene[] = [
  MARKET_SCENE,
  LISTING_SCENE,
  OPEN_LOT_SCENE,
  SCHEDULED_LOT_SCENE,
  ENDED_LOT_SCENE,
  LAND_FORM_SCENE,
  AUCTION_LAW_SCENE,
  SOLD_LOT_SCENE,
  ...STAGED_SCENES,
  SESSION_SCENE,
  TROUBLED_LOTS_SCENE,
  NOTICE_SCENE,
  DEAL_SCENE,
  CONTRACT_SCENE,
  INSPECTION_SCENE,
  PROCEDURE_SCENE,
  BROKERING_SCENE,
  NEGOTIATION_SCENE,
  INCOME_SCENE,
  FORFEIT_SCENE,
  BORDER_SCENE,
  USE_FIRST_SCENE,
  USE_FIRST_UNPAID_SCENE,
  EXTENSION_SCENE,
  SECRECY_SCENE,
  AWARD_OBJECTION_SCENE,
  RENEWAL_SCENE,
];
