package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.Snapshot;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.Row;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.TableColumn;

/** The rows of a snapshot, fetched while scrolling, sorted and searched where they lie. */
final class RowsPart extends Div {
  private final transient Formats formats = Formats.here();

  /**
   * The rows of a data set.
   *
   * @param labels what the dictionary calls a column of this name, in the person's language
   */
  RowsPart(Dataset dataset, Snapshot snapshot, DatasetRows rows, Map<String, String> labels) {
    setHeightFull();
    var table = new DataTable<>(dataset.name(), columns(snapshot, labels)).inAddressAs("rows");
    table.setHeightFull();
    table.setSource(new SnapshotRows(rows, snapshot));
    var reader = SignedIn.here().actor();
    table.onExport(details -> rows.enterExport(dataset, snapshot, details, reader));
    add(table);
  }

  private List<TableColumn<Row>> columns(Snapshot snapshot, Map<String, String> labels) {
    var columns = snapshot.columns();
    return IntStream.range(0, columns.size())
        .mapToObj(place -> column(columns.get(place), place, labels))
        .toList();
  }

  private TableColumn<Row> column(Column column, int place, Map<String, String> labels) {
    var shown =
        TableColumn.<Row>object(
            SnapshotRows.key(place),
            labels.getOrDefault(column.name(), column.name()),
            row -> row.values().get(place),
            row -> text(row.values().get(place)));
    return column.type() == ColumnType.NUMBER ? shown.asNumber() : shown;
  }

  private String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> formats.number(number);
      case Boolean bool -> tr(bool ? "dataset.true" : "dataset.false");
      default -> value.toString();
    };
  }
}
