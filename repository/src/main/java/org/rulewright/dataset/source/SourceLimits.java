package org.rulewright.dataset.source;

/**
 * What a delivered file may cost us before it is refused.
 *
 * @param bytes size as delivered
 * @param unpackedBytes size after decompression
 * @param ratio unpacked to delivered size, looked at once more than 64 MB came out
 * @param fieldLength characters of one cell
 */
public record SourceLimits(
    long bytes, long unpackedBytes, int ratio, long rows, int columns, int fieldLength) {

  public static final SourceLimits DEFAULT =
      new SourceLimits(2L << 30, 16L << 30, 200, 50_000_000, 2_000, 65_536);
}
