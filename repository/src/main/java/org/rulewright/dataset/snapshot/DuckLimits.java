package org.rulewright.dataset.snapshot;

/**
 * What one piece of work in DuckDB may take.
 *
 * @param memoryMegabytes memory before it spills to files
 * @param spillMegabytes files it may spill to
 * @param threads one makes sums of floating point numbers the same every time
 */
public record DuckLimits(int memoryMegabytes, int spillMegabytes, int threads) {
  public static final DuckLimits DEFAULT = new DuckLimits(512, 8_192, 2);
}
