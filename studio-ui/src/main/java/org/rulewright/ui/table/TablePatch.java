package org.rulewright.ui.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.Aggregator;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.dmn.TableSheet;

/**
 * How a stored table differs from the one the page has.
 *
 * @param rows those that are new or changed
 * @param order ids of all rules in their order; empty when neither they nor it changed
 */
public record TablePatch(
    HitPolicy policy,
    @Nullable Aggregator aggregator,
    List<TableSheet.Row> rows,
    Optional<List<String>> order) {

  /**
   * Compares two sheets of one table.
   *
   * @param touched ids of rules the page wrote to, whose rows are told in any case: they are kept
   *     in a form that may be another than what was typed
   * @return empty where the columns differ, so that the page has to open it anew
   */
  public static Optional<TablePatch> between(
      TableSheet before, TableSheet after, Set<String> touched) {
    if (!before.columns().equals(after.columns())) {
      return Optional.empty();
    }
    Map<String, TableSheet.Row> known = new HashMap<>();
    before.rows().forEach(row -> known.put(row.id(), row));
    var rows =
        after.rows().stream()
            .filter(row -> touched.contains(row.id()) || !row.equals(known.get(row.id())))
            .toList();
    var order = ids(after);
    return Optional.of(
        new TablePatch(
            after.table().hitPolicy(),
            after.table().aggregator(),
            rows,
            order.equals(ids(before)) ? Optional.empty() : Optional.of(order)));
  }

  private static List<String> ids(TableSheet sheet) {
    return sheet.rows().stream().map(TableSheet.Row::id).toList();
  }
}
