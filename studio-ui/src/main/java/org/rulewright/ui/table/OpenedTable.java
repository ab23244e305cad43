package org.rulewright.ui.table;

import java.util.List;
import org.rulewright.decision.FactType;
import org.rulewright.dmn.TableSheet;

/**
 * A table as the page opens it.
 *
 * @param revision of the draft it is part of
 * @param columns what the page says of each column of the sheet, in their order
 * @param names what a cell may name
 */
public record OpenedTable(
    TableSheet sheet, long revision, List<Heading> columns, List<String> names) {

  /**
   * A heading.
   *
   * @param label what people call the column, in the language of the person
   * @param unit such as CNY; empty when there is none
   * @param values FEEL literals of what it may hold; empty when any will do
   */
  public record Heading(String label, FactType type, String unit, List<String> values) {
    public Heading {
      values = List.copyOf(values);
    }
  }

  public OpenedTable {
    columns = List.copyOf(columns);
    names = List.copyOf(names);
  }
}
