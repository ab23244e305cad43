package org.rulewright.dmn;

import java.util.List;
import java.util.Optional;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.decisiontable.analysis.TableFix;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * Makes a change to a table in its file: only the rules it is about are touched, so that what other
 * tools wrote beside them stays.
 */
final class TableMending {

  private final ModelEditor editor;
  private final TableDefinition table;

  private TableMending(ModelEditor editor, TableDefinition table) {
    this.editor = editor;
    this.table = table;
  }

  /** The change with its words. */
  static ModelFix of(TableDefinition table, TableFix fix) {
    return new ModelFix(
        switch (fix) {
          case TableFix.RemoveRule _ -> "check.fix.remove";
          case TableFix.ChangeCell _ -> "check.fix.change";
          case TableFix.MergeRules _ -> "check.fix.merge";
          case TableFix.AddRule _ -> "check.fix.add";
        },
        words(table, fix),
        model -> apply(model, table, fix));
  }

  private static List<String> words(TableDefinition table, TableFix fix) {
    return switch (fix) {
      case TableFix.RemoveRule(var rule) -> List.of(number(table, rule));
      case TableFix.ChangeCell(var rule, var column, var text) ->
          List.of(number(table, rule), table.inputs().get(column).expression(), text);
      case TableFix.MergeRules(var kept, var removed, _, _) ->
          List.of(number(table, kept), number(table, removed));
      case TableFix.AddRule _ -> List.of();
    };
  }

  private static String number(TableDefinition table, String rule) {
    return String.valueOf(table.rules().stream().map(TableRule::id).toList().indexOf(rule) + 1);
  }

  private static DmnDocument apply(DmnDocument model, TableDefinition table, TableFix fix) {
    var editor = ModelEditor.of(model);
    new TableMending(editor, table).apply(fix);
    return editor.done();
  }

  private void apply(TableFix fix) {
    switch (fix) {
      case TableFix.RemoveRule(var rule) -> remove(rule);
      case TableFix.ChangeCell(var rule, var column, var text) -> change(rule, column, text);
      case TableFix.MergeRules(var kept, var removed, var column, var text) -> {
        change(kept, column, text);
        remove(removed);
      }
      case TableFix.AddRule add ->
          element()
              .ifPresent(owner -> TableXml.rule(editor, owner, add.apply(table).rules().getLast()));
    }
  }

  private Optional<Element> element() {
    return Xml.descendants(editor.root()).stream()
        .filter(it -> Xml.is(it, "decision") && Xml.attribute(it, "id").equals(table.id()))
        .flatMap(it -> Xml.child(it, "decisionTable").stream())
        .findFirst();
  }

  private Optional<Element> rule(String id) {
    return element().stream()
        .flatMap(it -> Xml.children(it, "rule").stream())
        .filter(it -> Xml.attribute(it, "id").equals(id))
        .findFirst();
  }

  private void remove(String id) {
    rule(id)
        .ifPresent(it -> {
          var owner = it.getParentNode();
          if (owner != null) {
            owner.removeChild(it);
          }
        });
  }

  private void change(String id, int column, String text) {
    rule(id)
        .map(it -> Xml.children(it, "inputEntry").get(column))
        .flatMap(it -> Xml.child(it, "text"))
        .ifPresent(it -> it.setTextContent(text));
  }
}
