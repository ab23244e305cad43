package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;

/** A change to a table that mends what was found. */
public sealed interface TableFix {

  /** Returns the table with the change made. */
  TableDefinition apply(TableDefinition table);

  /** Takes a rule out. */
  record RemoveRule(String rule) implements TableFix {
    @Override
    public TableDefinition apply(TableDefinition table) {
      return with(table, table.rules().stream().filter(it -> !it.id().equals(rule)).toList());
    }
  }

  /** Writes another text into an input cell. */
  record ChangeCell(String rule, int column, String text) implements TableFix {
    @Override
    public TableDefinition apply(TableDefinition table) {
      return with(
          table,
          table.rules().stream().map(it -> it.id().equals(rule) ? changed(it) : it).toList());
    }

    private TableRule changed(TableRule before) {
      List<Cell> inputs = new ArrayList<>(before.inputs());
      inputs.set(column, new Cell(inputs.get(column).id(), text));
      return new TableRule(before.id(), inputs, before.outputs(), before.annotations());
    }
  }

  /** Widens a cell of the first rule, so that it takes the cases of the second, which goes. */
  record MergeRules(String kept, String removed, int column, String text) implements TableFix {
    @Override
    public TableDefinition apply(TableDefinition table) {
      return new RemoveRule(removed).apply(new ChangeCell(kept, column, text).apply(table));
    }
  }

  /**
   * Puts a rule at the end; its outputs are left empty for the author.
   *
   * @param inputs the text of each input cell
   */
  record AddRule(List<String> inputs) implements TableFix {

    public AddRule {
      inputs = List.copyOf(inputs);
    }

    @Override
    public TableDefinition apply(TableDefinition table) {
      String id = freeId(table);
      List<Cell> cells = new ArrayList<>();
      for (String text : inputs) {
        cells.add(new Cell(id + "_i" + (cells.size() + 1), text));
      }
      List<Cell> outputs = new ArrayList<>();
      table.outputs().forEach(it -> outputs.add(new Cell(id + "_o" + (outputs.size() + 1), "")));
      List<TableRule> rules = new ArrayList<>(table.rules());
      rules.add(new TableRule(id, cells, outputs, List.of()));
      return with(table, rules);
    }

    private static String freeId(TableDefinition table) {
      Set<String> taken =
          table.rules().stream().map(TableRule::id).collect(java.util.stream.Collectors.toSet());
      int number = table.rules().size() + 1;
      while (taken.contains(table.id() + "_r" + number)) {
        number++;
      }
      return table.id() + "_r" + number;
    }
  }

  private static TableDefinition with(TableDefinition table, List<TableRule> rules) {
    return new TableDefinition(
        table.id(),
        table.name(),
        table.hitPolicy(),
        table.aggregator(),
        table.inputs(),
        table.outputs(),
        rules);
  }
}
