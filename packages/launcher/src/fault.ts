/** Something the person can put right: its message is the one sentence to print, without a stack. */
export class Fault extends Error {
  override name = "Fault";
}
