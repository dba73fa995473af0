export { ReviewConfirmed, ReviewReturned } from "./review.events.ts";
