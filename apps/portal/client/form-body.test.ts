import { describe, expect, it } from "vitest";
import { formBody } from "./form-body.ts";

describe("X5 forms: from names to the API's input", () => {
  it("nests by dots, lists by brackets, leaves out what is empty", () => {
    const data = new FormData();
    for (const [name, value] of [["title", "钒钛"], ["price.amount", "12.00"], ["price.unit", "CNY"], ["fields[]", "03"], ["fields[]", "05"], ["documents[]", "d1"], ["note", ""], ["__proto__.x", "1"]] as const) data.append(name, value);
    expect(formBody(data)).toEqual({ title: "钒钛", price: { amount: "12.00", unit: "CNY" }, fields: ["03", "05"], documents: ["d1"] });
  });
});
