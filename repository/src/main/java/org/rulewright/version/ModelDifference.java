package org.rulewright.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.dmn.DmnDecision;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnLiteral;
import org.rulewright.version.Change.Kind;
import org.rulewright.version.Change.Subject;

/** What differs between two models: their decisions, tables and literal expressions. */
final class ModelDifference {

  private final Map<String, TableDefinition> tablesBefore;
  private final Map<String, TableDefinition> tablesAfter;
  private final Map<String, String> literalsBefore;
  private final Map<String, String> literalsAfter;
  private final List<Change> changes = new ArrayList<>();

  private ModelDifference(DmnDocument before, DmnDocument after) {
    tablesBefore = byId(before.tables());
    tablesAfter = byId(after.tables());
    literalsBefore = texts(before);
    literalsAfter = texts(after);
  }

  static List<Change> between(DmnDocument before, DmnDocument after) {
    var difference = new ModelDifference(before, after);
    Paired.of(before.decisions(), after.decisions(), DmnDecision::id).forEach(difference::compare);
    return difference.changes;
  }

  private static Map<String, TableDefinition> byId(List<TableDefinition> tables) {
    return tables.stream()
        .collect(Collectors.toMap(TableDefinition::id, Function.identity(), (one, two) -> two));
  }

  private static Map<String, String> texts(DmnDocument model) {
    Map<String, String> texts = new HashMap<>();
    for (DmnLiteral literal : model.literals()) {
      texts.put(literal.decisionId(), literal.text());
    }
    return texts;
  }

  private void compare(Paired<DmnDecision> pair) {
    String before = pair.textBefore(DmnDecision::name);
    String after = pair.textAfter(DmnDecision::name);
    var place = ChangePlace.decision(after.isEmpty() ? before : after, pair.key());
    if (pair.before() == null) {
      changes.add(new Change(Subject.DECISION, Kind.ADDED, place, "", after));
    } else if (pair.after() == null) {
      changes.add(new Change(Subject.DECISION, Kind.REMOVED, place, before, ""));
    } else {
      compare(pair.before(), pair.after(), place);
    }
  }

  private void compare(DmnDecision before, DmnDecision after, ChangePlace place) {
    changed(Subject.DECISION, place, described(before), described(after));
    @Nullable TableDefinition tableBefore = tablesBefore.get(before.id());
    @Nullable TableDefinition tableAfter = tablesAfter.get(after.id());
    if (tableBefore != null && tableAfter != null) {
      changes.addAll(TableDifference.between(tableBefore, tableAfter, place));
    }
    changed(
        Subject.EXPRESSION,
        place,
        literalsBefore.getOrDefault(before.id(), ""),
        literalsAfter.getOrDefault(after.id(), ""));
  }

  // The kind is told with the name: a table that became an expression is another decision.
  private static String described(DmnDecision decision) {
    return decision.name() + " (" + decision.kind() + ")";
  }

  private void changed(Subject subject, ChangePlace place, String before, String after) {
    if (!before.equals(after)) {
      changes.add(Change.of(subject, place, before, after));
    }
  }
}
