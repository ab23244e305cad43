package org.rulewright.decisionlog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of an answer that is kept in clear, so that decisions can be searched and counted. */
public record Headline(
    @Nullable String verdict,
    @Nullable BigDecimal score,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal rate,
    @Nullable Integer termMonths,
    @Nullable String grade,
    List<String> reasonCodes) {

  public Headline {
    reasonCodes = List.copyOf(reasonCodes);
  }
}
