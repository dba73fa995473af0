export { AUCTION_STATE_LABELS, RECORD_SIGNER_LABELS } from "./auction.labels.ts";
export { ANNULMENT_GROUND_LABELS, ANNULMENT_GROUNDS } from "./outcome.rules.ts";
export { AUCTION_TEXTS } from "./auction.texts.ts";
export { fallingPrice, type FallShown } from "./staged/falling-price.ts";
export { commitmentOf, isPrivateKeyOf, newOpeningKey, openHalves, sealBid, type OpeningKeyPair, type SealedBidParts, type SealingKeys } from "./staged/seal-bid.ts";
