import { describe, expect, it } from "vitest";
import { wan } from "../shared/money.ts";
import { awardRefusal, contractTextProblems, outstandingPrice, redraftRefusal, signatureRefusal, whenSigned, whenSigningDeadlinePasses, type SignatureFacts } from "./deal.rules.ts";

describe("T6 deal: signing", () => {
  const good: SignatureFacts = {
    parties: ["seller", "buyer"],
    signedBy: [],
    signer: "buyer",
    contractHash: "h1",
    signedHash: "h1",
    form: "RELIABLE_ELECTRONIC",
    now: new Date("2025-10-20T08:00:00Z"),
    deadline: new Date("2025-10-21T16:00:00Z"),
  };
  it.each([
    [{}, undefined],
    [{ signer: "guest" }, "NOT_A_PARTY"],
    [{ signedBy: ["buyer"] }, "ALREADY_SIGNED"],
    [{ signedHash: "h0" }, "OTHER_TEXT"],
    [{ form: "OTHER" }, "SIGNATURE_NOT_RELIABLE"],
    [{ now: good.deadline }, "SIGNING_DEADLINE_OVER"],
  ] as const)("T6 deal: signature with %o → %s", (change, refusal) => {
    expect(signatureRefusal({ ...good, ...change })).toBe(refusal);
  });

  it("T6 deal: the last signature, in whatever order, concludes the contract", () => {
    expect(whenSigned({ parties: ["s", "b"], signedBy: [], signer: "b" })).toBe("signByParty");
    expect(whenSigned({ parties: ["s", "b"], signedBy: ["b"], signer: "s" })).toBe("signByLast");
    expect(whenSigned({ parties: ["s", "c", "b"], signedBy: ["b"], signer: "s" })).toBe("signByParty");
    expect(redraftRefusal(["b"])).toBe("SOMEBODY_SIGNED");
    expect(redraftRefusal([])).toBeUndefined();
  });

  it.each([
    [true, false, "default"],
    [false, false, "annul"],
    [false, true, "annul"],
  ] as const)("T6 deal: deadline over, seller signed %s, buyer signed %s → %s", (sellerSigned, buyerSigned, event) => {
    expect(whenSigningDeadlinePasses({ sellerSigned, buyerSigned })).toBe(event);
  });
});

describe("T6 deal: award (trading §9.4)", () => {
  const good = { priceFen: wan(240), startPriceFen: wan(200), reservePriceFen: wan(240), lastAcceptedBidFen: wan(240) };
  it.each([
    [{}, undefined],
    [{ startPriceFen: wan(241) }, "BELOW_START"],
    [{ reservePriceFen: wan(241) }, "BELOW_RESERVE"],
    [{ lastAcceptedBidFen: wan(250) }, "NOT_THE_LAST_BID"],
    [{ reservePriceFen: undefined, lastAcceptedBidFen: undefined }, undefined],
  ])("T6 deal: award with %o → %s", (change, refusal) => {
    expect(awardRefusal({ ...good, ...change })).toBe(refusal);
  });

  it("T6 deal: a deposit as large as the price leaves nothing to pay", () => {
    expect(outstandingPrice(wan(10), wan(10))).toBe(0n);
    expect(outstandingPrice(wan(10), wan(2))).toBe(wan(8));
  });
});

describe("T6 deal: the contract text", () => {
  const facts = { seller: "江海大学", buyer: "远山材料有限公司", result: "钛合金粉末近净成形技术", priceFen: wan(120), priceCapital: "人民币壹佰贰拾万元整" };
  const text = (price: string) => `让与方：江海大学 受让方：远山材料有限公司 成果：钛合金粉末近净成形技术 价款：${price}`;
  it.each([
    [text("1,200,000.00 元"), []],
    [text("120 万元"), []],
    [text("人民币壹佰贰拾万元整"), []],
    [text("120 元"), ["PRICE"]],
    ["价款 1200000 元", ["SELLER", "BUYER", "RESULT"]],
  ])("T6 deal: %s lacks %j", (words, problems) => {
    expect(contractTextProblems(words, facts)).toEqual(problems);
  });
});
