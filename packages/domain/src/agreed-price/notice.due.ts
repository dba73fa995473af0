/** Kinds of due acts of a notice; the subject is the notice's id. */
export const NOTICE_DUE = { clear: "notice.clear", expire: "notice.expire" } as const;
