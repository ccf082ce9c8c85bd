import assert from "node:assert/strict";
import { test } from "node:test";
import { totp } from "./totp.mjs";

// RFC 6238, appendix B (SHA-1), the last six of its eight digits; the secret is "12345678901234567890".
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const VECTORS = [
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
];

test("codes are those of RFC 6238", () => {
  for (const [seconds, code] of VECTORS) assert.equal(totp(SECRET, seconds * 1000), code);
});
