import { expect, test } from "vitest";
import { passwordProblems } from "./password.rules.ts";

const OWN = ["王丽", "wangli@zju.edu.cn", "13812345678"];

test.each([
  ["correct-horse-7-battery", []],
  ["西湖的月亮照着十二座小桥真好看", []],
  ["short-1", ["PASSWORD_TOO_SHORT"]],
  ["my-wangli-2026-pass", ["PASSWORD_CONTAINS_OWN_DATA"]],
  ["王丽的密码是很长的一个句子", ["PASSWORD_CONTAINS_OWN_DATA"]],
  ["x13812345678yz", ["PASSWORD_CONTAINS_OWN_DATA"]],
  ["abababababab1", ["PASSWORD_REPETITIVE"]],
  ["password123456", ["PASSWORD_COMMON"]],
  ["583920174628", ["PASSWORD_ONE_KIND"]],
  ["abcdefghijklmnopq", ["PASSWORD_SEQUENCE"]],
  ["z".repeat(129), ["PASSWORD_TOO_LONG", "PASSWORD_REPETITIVE"]],
])("X1 identity: password %s → %j", (password, problems) => expect(passwordProblems(password, OWN)).toEqual(problems));
