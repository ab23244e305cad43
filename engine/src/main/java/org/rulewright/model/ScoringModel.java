package org.rulewright.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model that is open: it takes typed inputs by name and gives typed outputs by name.
 *
 * <p>It may be used by many threads at once. Scoring never throws because of what is scored; it
 * throws {@link IllegalStateException} once the model is closed.
 */
public interface ScoringModel extends AutoCloseable {

  ModelFormat format();

  /** SHA-256 of the file's bytes, in lower-case hexadecimal digits. */
  String digest();

  ModelSignature signature();

  /**
   * Scores one row.
   *
   * @param inputs FEEL values by the names of the signature; others are left aside; null and a name
   *     that is not there both mean missing
   */
  ModelScore score(Map<String, ? extends @Nullable Object> inputs);

  /**
   * Scores many rows at once.
   *
   * @param columns by the names of the signature, all of the same size; an input without a column
   *     is missing in every row
   */
  BatchScores scoreAll(int rows, Map<String, ? extends ModelColumn> columns);

  /**
   * Releases what the model holds once the scorings under way have ended; closing twice is once.
   */
  @Override
  void close();
}
