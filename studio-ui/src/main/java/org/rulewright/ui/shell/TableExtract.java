package org.rulewright.ui.shell;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table as it stood when somebody took it away: what is written into a file.
 *
 * @param name what it lists
 * @param columns those shown, in the order shown
 * @param zone in which times are written
 * @param rows hands over every row in order, without keeping them
 */
record TableExtract<T>(
    String name, List<TableColumn<T>> columns, ZoneId zone, Consumer<Consumer<T>> rows) {

  TableExtract {
    columns = List.copyOf(columns);
  }
}
