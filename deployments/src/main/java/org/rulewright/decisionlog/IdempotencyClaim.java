package org.rulewright.decisionlog;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The claim a caller lays on an idempotency key: a digest of the key within its scope, and a digest
 * of the request's body.
 */
public record IdempotencyClaim(String claim, String bodyDigest) {

  /** Claims a key for one asker in one scope (environment and strategy), for this body. */
  public static IdempotencyClaim of(String asker, String scope, String key, byte[] body) {
    var named = String.join("\n", asker, scope, key).getBytes(StandardCharsets.UTF_8);
    return new IdempotencyClaim(hex(named), hex(body));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }
}
