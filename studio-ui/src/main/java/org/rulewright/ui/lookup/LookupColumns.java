package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.source.ColumnChoice;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.source.SourcePreview;
import org.rulewright.lookup.LookupDefinition;

/** The columns of a file with name, type, use and first values. */
final class LookupColumns extends Div {
  private static final int VALUES_SHOWN = 4;
  private static final Set<ColumnType> TYPES =
      Set.of(ColumnType.TEXT, ColumnType.NUMBER, ColumnType.BOOLEAN, ColumnType.DATE);

  /** What a column is for. */
  enum Use {
    KEY,
    VALUE,
    VALID_FROM,
    VALID_TO,
    NONE
  }

  private final transient List<ColumnChoice> choices = new ArrayList<>();
  private final transient List<Use> uses = new ArrayList<>();
  private final transient List<List<String>> rows;
  private final transient Runnable changed;

  LookupColumns(SourcePreview preview, Runnable changed) {
    this.changed = changed;
    this.rows = preview.rows();
    for (var column : preview.options().columns()) {
      var plain = column.type() == ColumnType.DATE_TIME ? column.as(ColumnType.TEXT) : column;
      choices.add(plain.named(proposedName(plain.name())));
      uses.add(uses.isEmpty() ? Use.KEY : Use.VALUE);
    }
    var grid = new Grid<Integer>();
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addComponentColumn(this::use).setHeader(tr("lookup.use"));
    grid.addComponentColumn(this::name).setHeader(tr("lookup.column"));
    grid.addComponentColumn(this::type).setHeader(tr("lookup.type"));
    grid.addColumn(this::values).setHeader(tr("lookup.values")).setFlexGrow(2);
    grid.setItems(IntStream.range(0, choices.size()).boxed().toList());
    add(grid);
  }

  /** A name of one word, as an expression can say it. */
  static String proposedName(String header) {
    var word = header.replaceAll("[^\\p{L}\\p{N}_]+", "_").replaceAll("^_+|_+$", "");
    return LookupDefinition.isColumn(word) ? word : "c_" + word;
  }

  List<ColumnChoice> choices() {
    return IntStream.range(0, choices.size())
        .mapToObj(i -> uses.get(i) == Use.NONE ? choices.get(i).dropped() : choices.get(i))
        .toList();
  }

  List<String> keys() {
    return named(Use.KEY);
  }

  @Nullable String validFrom() {
    return named(Use.VALID_FROM).stream().findFirst().orElse(null);
  }

  @Nullable String validTo() {
    return named(Use.VALID_TO).stream().findFirst().orElse(null);
  }

  private List<String> named(Use use) {
    return IntStream.range(0, choices.size())
        .filter(i -> uses.get(i) == use)
        .mapToObj(i -> choices.get(i).name())
        .toList();
  }

  private Select<Use> use(int index) {
    var field = new Select<Use>();
    field.setAriaLabel(tr("lookup.use"));
    field.setItems(Use.values());
    field.setItemLabelGenerator(each -> trOf("lookup.use", each));
    field.setValue(uses.get(index));
    field.addValueChangeListener(it -> {
      uses.set(index, it.getValue());
      changed.run();
    });
    return field;
  }

  private TextField name(int index) {
    var field = new TextField();
    field.setAriaLabel(tr("lookup.column"));
    field.setValue(choices.get(index).name());
    field.setWidthFull();
    field.addValueChangeListener(it -> {
      choices.set(index, choices.get(index).named(it.getValue().strip()));
      changed.run();
    });
    return field;
  }

  private Select<ColumnType> type(int index) {
    var field = new Select<ColumnType>();
    field.setAriaLabel(tr("lookup.type"));
    field.setItems(List.of(ColumnType.values()).stream().filter(TYPES::contains).toList());
    field.setItemLabelGenerator(each -> trOf("lookup.type", each));
    field.setValue(choices.get(index).type());
    field.addValueChangeListener(it -> choices.set(index, choices.get(index).as(it.getValue())));
    return field;
  }

  private String values(int index) {
    return rows.stream()
        .filter(row -> row.size() > index)
        .limit(VALUES_SHOWN)
        .map(row -> row.get(index))
        .collect(Collectors.joining(" · "));
  }
}
