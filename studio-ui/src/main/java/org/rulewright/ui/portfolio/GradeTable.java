package org.rulewright.ui.portfolio;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.rulewright.simulation.ChurnCurve;

/**
 * Small tables typed or pasted as lines: a grade and its default probability in percent, or a
 * grade, a rate and the share of customers lost, both in percent.
 */
final class GradeTable {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private GradeTable() {}

  /** Reads lines such as {@code B 3}; empty where a line is not one. */
  static Optional<Map<String, BigDecimal>> defaults(String text) {
    var table = new LinkedHashMap<String, BigDecimal>();
    for (var line : lines(text)) {
      var cells = cells(line);
      var share = cells.size() == 2 ? percent(cells.get(1)) : Optional.<BigDecimal>empty();
      if (share.isEmpty()) {
        return Optional.empty();
      }
      table.put(cells.getFirst(), share.get());
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table);
  }

  /** Reads lines such as {@code B 4.65 13.5}; no line at all is a curve that loses nobody. */
  static Optional<ChurnCurve> churn(String text) {
    var byGrade = new HashMap<String, NavigableMap<BigDecimal, BigDecimal>>();
    for (var line : lines(text)) {
      var cells = cells(line);
      if (cells.size() != 3) {
        return Optional.empty();
      }
      var rate = percent(cells.get(1));
      var lost = percent(cells.get(2));
      if (rate.isEmpty() || lost.isEmpty()) {
        return Optional.empty();
      }
      byGrade
          .computeIfAbsent(cells.getFirst(), grade -> new TreeMap<>())
          .put(rate.get(), lost.get());
    }
    return Optional.of(new ChurnCurve(byGrade));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> cells(String line) {
    return List.of(line.split("[\\s,;，；%]+"));
  }

  private static Optional<BigDecimal> percent(String text) {
    try {
      var share = new BigDecimal(text).divide(HUNDRED);
      return share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0
          ? Optional.empty()
          : Optional.of(share);
    } catch (NumberFormatException notANumber) {
      return Optional.empty(); // told to the person by the field
    }
  }
}
