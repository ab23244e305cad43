package org.rulewright.decision;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unary test the reference engine has prepared. */
@FunctionalInterface
public interface ReferenceTest {

  /**
   * Tests an input value; the answer's value is true, false or null.
   *
   * @param variables everything the cell can name, by name
   */
  ReferenceAnswer test(
      @Nullable Object input, Map<String, @Nullable Object> variables, OffsetDateTime asOf);
}
