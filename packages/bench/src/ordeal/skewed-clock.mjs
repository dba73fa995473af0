/** Loaded before a process's own code: its clock is wrong by SKEW_MS, as a machine's clock can be. */
const skew = Number(process.env["SKEW_MS"]);
const RightDate = globalThis.Date;

globalThis.Date = class Date extends RightDate {
  constructor(...given) {
    if (given.length === 0) super(RightDate.now() + skew);
    else super(...given);
  }

  static now() {
    return RightDate.now() + skew;
  }
};
