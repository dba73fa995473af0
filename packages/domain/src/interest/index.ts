export { follow, unfollow } from "./follow.ts";
export { listFollowing, readFollowing } from "./following.queries.ts";
export { tellFollowers } from "./tell-followers.ts";
export { countView } from "./count-view.ts";
export { readInterest } from "./read-interest.ts";
export { SubjectInput } from "./interest-input.ts";
