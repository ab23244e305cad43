package org.rulewright.asset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A drawn model, the flow beside it if there is one, and the contract, named by the hash of all.
 *
 * <p>INVARIANT: equal content has an equal digest whatever machine wrote it, because the files
 * count byte by byte and the contract in its one canonical form.
 *
 * @see "docs/decisions/0018-content-with-a-flow-and-pins.md"
 */
public final class StrategyContent {

  /** Of content without a flow; its digests are as they were before there were flows. */
  private static final byte[] FORMAT = "rulewright-strategy-1\n".getBytes(UTF_8);

  private static final byte[] FORMAT_WITH_FLOW = "rulewright-strategy-2\n".getBytes(UTF_8);

  private final byte[] dmn;
  private final byte @Nullable [] bpmn;
  private final StrategyContract contract;
  private final String digest;

  /** A content without a flow. */
  public StrategyContent(byte[] dmn, StrategyContract contract) {
    this(dmn, Optional.empty(), contract);
  }

  public StrategyContent(byte[] dmn, Optional<byte[]> bpmn, StrategyContract contract) {
    this.dmn = dmn.clone();
    this.bpmn = bpmn.map(byte[]::clone).orElse(null);
    this.contract = contract;
    this.digest = digest(dmn, this.bpmn, ContractJson.write(contract).getBytes(UTF_8));
  }

  /** Returns a copy of the model's bytes. */
  public byte[] dmn() {
    return dmn.clone();
  }

  /** Returns a copy of the flow's bytes. */
  public Optional<byte[]> bpmn() {
    return bpmn == null ? Optional.empty() : Optional.of(bpmn.clone());
  }

  public StrategyContract contract() {
    return contract;
  }

  /** Returns the SHA-256 of the content in lower-case hexadecimal. */
  public String digest() {
    return digest;
  }

  public int size() {
    return dmn.length + (bpmn == null ? 0 : bpmn.length);
  }

  // Each part is preceded by its length, so that no two contents run together to the same bytes.
  private static String digest(byte[] dmn, byte @Nullable [] bpmn, byte[] contract) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(bpmn == null ? FORMAT : FORMAT_WITH_FLOW);
      sha.update(length(dmn));
      sha.update(dmn);
      if (bpmn != null) {
        sha.update(length(bpmn));
        sha.update(bpmn);
      }
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
    return "StrategyContent[" + digest + ", " + size() + " bytes]";
  }
}
