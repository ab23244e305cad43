package org.rulewright.asset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A drawn model and its contract, named by the hash of both.
 *
 * <p>INVARIANT: equal content has an equal digest whatever machine wrote it, because the model
 * counts byte by byte and the contract in its one canonical form.
 */
public final class StrategyContent {

  private static final byte[] FORMAT = "rulewright-strategy-1\n".getBytes(UTF_8);

  private final byte[] dmn;
  private final StrategyContract contract;
  private final String digest;

  public StrategyContent(byte[] dmn, StrategyContract contract) {
    this.dmn = dmn.clone();
    this.contract = contract;
    this.digest = digest(dmn, ContractJson.write(contract).getBytes(UTF_8));
  }

  /** Returns a copy of the model's bytes. */
  public byte[] dmn() {
    return dmn.clone();
  }

  public StrategyContract contract() {
    return contract;
  }

  /** Returns the SHA-256 of the content in lower-case hexadecimal. */
  public String digest() {
    return digest;
  }

  public int size() {
    return dmn.length;
  }

  // Each part is preceded by its length, so that no two contents run together to the same bytes.
  private static String digest(byte[] dmn, byte[] contract) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(FORMAT);
      sha.update(length(dmn));
      sha.update(dmn);
      sha.update(length(contract));
      sha.update(contract);
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] length(byte[] part) {
    return ByteBuffer.allocate(Long.BYTES).putLong(part.length).array();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StrategyContent that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "StrategyContent[" + digest + ", " + dmn.length + " bytes]";
  }
}
