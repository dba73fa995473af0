export { DealFailed, DealOpened, DealPaymentOrdered, DealSettled, DealSigned } from "./deal.events.ts";
