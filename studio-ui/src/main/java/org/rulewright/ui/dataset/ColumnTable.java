package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.source.ColumnChoice;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.source.DayOrder;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.dataset.source.SourcePreview;

/** The columns of a file with name, type and first values, each to be changed or left out. */
final class ColumnTable extends Div {
  private static final int VALUES_SHOWN = 4;

  private final Grid<Integer> grid = new Grid<>();
  private final transient Consumer<SourceOptions> changed;
  private transient List<ColumnChoice> choices = new ArrayList<>();
  private transient List<List<String>> rows = List.of();
  private transient @Nullable SourceOptions options;

  ColumnTable(Consumer<SourceOptions> changed) {
    this.changed = changed;
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addComponentColumn(this::keep)
        .setHeader(tr("dataset.keep"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(this::name).setHeader(tr("dataset.column"));
    grid.addComponentColumn(this::type).setHeader(tr("dataset.type"));
    grid.addComponentColumn(this::dayOrder).setHeader(tr("dataset.dayOrder"));
    grid.addColumn(this::values).setHeader(tr("dataset.values")).setFlexGrow(2);
    add(grid);
  }

  void show(SourcePreview preview) {
    options = preview.options();
    choices = new ArrayList<>(preview.options().columns());
    rows = preview.rows();
    grid.setItems(IntStream.range(0, choices.size()).boxed().toList());
  }

  SourceOptions applied(SourceOptions reading) {
    return reading.withColumns(choices);
  }

  private void replace(int index, ColumnChoice choice) {
    choices.set(index, choice);
    if (options != null) {
      changed.accept(options.withColumns(choices));
    }
  }

  private Checkbox keep(int index) {
    var box = new Checkbox(choices.get(index).kept());
    box.setAriaLabel(tr("dataset.keep"));
    box.addValueChangeListener(it -> {
      var now = choices.get(index);
      replace(index, new ColumnChoice(now.name(), now.type(), now.dayOrder(), it.getValue()));
    });
    return box;
  }

  private TextField name(int index) {
    var field = new TextField();
    field.setAriaLabel(tr("dataset.column"));
    field.setValue(choices.get(index).name());
    field.setWidthFull();
    field.addValueChangeListener(it -> {
      if (!it.getValue().isBlank()) {
        replace(index, choices.get(index).named(it.getValue().strip()));
      }
    });
    return field;
  }

  private Select<ColumnType> type(int index) {
    var field = new Select<ColumnType>();
    field.setAriaLabel(tr("dataset.type"));
    field.setItems(ColumnType.values());
    field.setItemLabelGenerator(each -> trOf("dataset.type", each));
    field.setValue(choices.get(index).type());
    field.addValueChangeListener(it -> replace(index, choices.get(index).as(it.getValue())));
    return field;
  }

  private Div dayOrder(int index) {
    var choice = choices.get(index);
    if (choice.type() != ColumnType.DATE && choice.type() != ColumnType.DATE_TIME) {
      return new Div();
    }
    var field = new Select<DayOrder>();
    field.setAriaLabel(tr("dataset.dayOrder"));
    field.setItems(DayOrder.values());
    field.setEmptySelectionAllowed(true);
    field.setEmptySelectionCaption(tr("dataset.dayOrder.none"));
    field.setItemLabelGenerator(
        each -> each == null ? tr("dataset.dayOrder.none") : trOf("dataset.dayOrder", each));
    field.setValue(choice.dayOrder());
    field.addValueChangeListener(it ->
        replace(
            index, new ColumnChoice(choice.name(), choice.type(), it.getValue(), choice.kept())));
    return new Div(field);
  }

  private String values(int index) {
    return rows.stream()
        .filter(row -> row.size() > index)
        .limit(VALUES_SHOWN)
        .map(row -> row.get(index))
        .collect(Collectors.joining(" · "));
  }
}
