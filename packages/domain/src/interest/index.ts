export { follow, unfollow } from "./follow.ts";
export { listFollowing, readFollowing } from "./following.queries.ts";
export { tellFollowers } from "./tell-followers.ts";
export { countView } from "./count-view.ts";
export { readInterest } from "./read-interest.ts";
export { SubjectInput, type FollowedChange } from "./interest-input.ts";
export { alertSearch, dropSearch, listSavedSearches, saveSearch, SEARCH_ALERT_DUE } from "./saved-search.ts";
export { SAVED_SEARCH_TEXTS } from "./saved-search.texts.ts";
