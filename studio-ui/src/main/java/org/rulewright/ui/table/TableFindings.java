package org.rulewright.ui.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.analysis.Finding;
import org.rulewright.decisiontable.analysis.TableFix;
import org.rulewright.dmn.TableOperation;
import org.rulewright.dmn.TableOperation.CellText;
import org.rulewright.dmn.TableOperation.NewRule;
import org.rulewright.ui.shell.Messages;

/** Brings what was found to the rows and columns of a sheet, each with its fix as operations. */
public final class TableFindings {

  /** More than anybody works off in one go; the list of the draft has them all. */
  private static final int MOST = 500;

  /** A place on a sheet: a rule, a column or both. */
  public record Spot(@Nullable String rule, @Nullable Integer column) {}

  private final TableDefinition table;
  private final Map<String, Spot> spots = new HashMap<>();

  public TableFindings(TableDefinition table) {
    this.table = table;
    for (int i = 0; i < table.inputs().size(); i++) {
      spots.put(table.inputs().get(i).id(), new Spot(null, i));
    }
    for (int i = 0; i < table.outputs().size(); i++) {
      spots.put(table.outputs().get(i).id(), new Spot(null, table.inputs().size() + i));
    }
    for (var rule : table.rules()) {
      spots.put(rule.id(), new Spot(rule.id(), null));
      addCells(rule.id(), rule.inputs(), 0);
      addCells(rule.id(), rule.outputs(), table.inputs().size());
    }
  }

  private void addCells(String rule, List<Cell> cells, int from) {
    for (int i = 0; i < cells.size(); i++) {
      spots.put(cells.get(i).id(), new Spot(rule, from + i));
    }
  }

  /** Where on the sheet something is, if it is there. */
  public Optional<Spot> spot(@Nullable String id) {
    return Optional.ofNullable(spots.get(id));
  }

  /**
   * The findings for the page, the worst first.
   *
   * @param diagnostics of the whole draft
   * @param findings of this table, which know their fixes
   */
  public List<TableFinding> of(List<Diagnostic> diagnostics, List<Finding> findings) {
    Map<Diagnostic, Finding> known = new HashMap<>();
    findings.forEach(it -> known.putIfAbsent(it.diagnostic(), it));
    return diagnostics.stream()
        .filter(it -> table.id().equals(it.place().element()))
        .sorted(Comparator.comparing(Diagnostic::severity))
        .limit(MOST)
        .map(it -> finding(it, known.get(it)))
        .toList();
  }

  private TableFinding finding(Diagnostic diagnostic, @Nullable Finding finding) {
    var spot = spot(diagnostic.place().cell()).orElse(new Spot(null, null));
    var rules = finding == null ? List.<String>of() : finding.rules();
    return new TableFinding(
        rules.isEmpty() ? spot.rule() : rules.getLast(),
        rules.isEmpty() ? spot.column() : null,
        diagnostic.severity().name(),
        diagnostic.message(Messages.locale()),
        finding == null
            ? null
            : finding.fix().map(it -> TableJson.write(operations(it))).orElse(null));
  }

  private static List<TableOperation> operations(TableFix fix) {
    return switch (fix) {
      case TableFix.RemoveRule(var rule) -> List.of(new TableOperation.DeleteRules(List.of(rule)));
      case TableFix.ChangeCell(var rule, var column, var text) ->
          List.of(new TableOperation.SetCells(List.of(new CellText(rule, column, text))));
      case TableFix.MergeRules(var kept, var removed, var column, var text) ->
          new ArrayList<>(
              List.of(
                  new TableOperation.SetCells(List.of(new CellText(kept, column, text))),
                  new TableOperation.DeleteRules(List.of(removed))));
      case TableFix.AddRule(var inputs) ->
          List.of(
              new TableOperation.InsertRules(
                  List.of(
                      new NewRule(
                          "rule_" + UUID.randomUUID().toString().replace("-", ""), "", inputs)),
                  ""));
    };
  }
}
