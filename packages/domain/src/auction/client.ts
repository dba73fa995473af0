export { AUCTION_STATE_LABELS } from "./auction.labels.ts";
export { AUCTION_TEXTS } from "./auction.texts.ts";
