package org.rulewright.dmn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.decisiontable.Validity;
import org.rulewright.ruleset.Condition;
import org.rulewright.ruleset.Rule;
import org.rulewright.ruleset.RuleInput;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.ruleset.RuleSetMode;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Reads a rule set back from its table, and from the extension what the table cannot say. */
final class RuleSetReader {

  private final Element extension;
  private final TableDefinition table;

  /** The input columns by what they test, those of the days left out. */
  private final Map<String, List<Integer>> columns = new LinkedHashMap<>();

  private int inForce = -1;
  private boolean changed;

  private RuleSetReader(Element extension, TableDefinition table) {
    this.extension = extension;
    this.table = table;
  }

  /**
   * A rule set as its table has it.
   *
   * @param changed whether the extension says otherwise
   */
  record Read(RuleSetDefinition set, boolean changed) {}

  /** Returns the set, or nothing where the table says what no rule set says. */
  static Optional<Read> read(Element extension, TableDefinition table) {
    try {
      var reader = new RuleSetReader(extension, table);
      var set = reader.set();
      return Optional.of(new Read(set, reader.changed));
    } catch (IllegalArgumentException | DateTimeException broken) {
      // what follows, the texts and the definition itself refuse what is no rule set's
      return Optional.empty();
    }
  }

  private RuleSetDefinition set() {
    var mode = mode(table.hitPolicy());
    note(mode.name().equals(Xml.attribute(extension, "mode")));
    for (int column = 0; column < table.inputs().size(); column++) {
      var clause = table.inputs().get(column);
      require(clause.allowedValues() == null);
      if (Validity.isColumn(clause.expression())) {
        require(inForce < 0);
        inForce = column;
      } else {
        columns.computeIfAbsent(clause.expression(), _ -> new ArrayList<>()).add(column);
      }
    }
    return new RuleSetDefinition(
        table.id(), table.name(), mode, severities(mode), inputs(), rules());
  }

  private static RuleSetMode mode(HitPolicy policy) {
    return switch (policy) {
      case RULE_ORDER -> RuleSetMode.ALL_HITS;
      case FIRST -> RuleSetMode.FIRST_HIT;
      case PRIORITY -> RuleSetMode.WORST_SEVERITY;
      case UNIQUE, ANY, OUTPUT_ORDER, COLLECT ->
          throw new IllegalArgumentException("no rule set has hit policy " + policy);
    };
  }

  private List<String> severities(RuleSetMode mode) {
    require(table.outputs().size() == 2);
    for (var output : table.outputs()) {
      require(output.defaultText() == null);
    }
    require(output(RuleSetDefinition.REASON_CODE).allowedValues() == null);
    var kept =
        Extensions.children(extension, "severity").stream().map(Element::getTextContent).toList();
    var ordered = output(RuleSetDefinition.SEVERITY).allowedValues();
    require((ordered != null) == (mode == RuleSetMode.WORST_SEVERITY));
    if (ordered == null) {
      return kept;
    }
    var found = FeelLiterals.strings("[" + ordered + "]");
    note(found.equals(kept));
    return found;
  }

  private OutputClause output(String name) {
    return table.outputs().get(outputColumn(name));
  }

  private int outputColumn(String name) {
    return IntStream.range(0, table.outputs().size())
        .filter(i -> name.equals(table.outputs().get(i).name()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no output " + name));
  }

  private List<RuleInput> inputs() {
    Map<String, FactType> unnamed = new HashMap<>();
    for (var input : Extensions.children(extension, "input")) {
      unnamed.put(
          Xml.attribute(input, "expression"), FactType.valueOf(Xml.attribute(input, "type")));
    }
    List<RuleInput> inputs = new ArrayList<>();
    columns.forEach((expression, places) -> {
      var clause = table.inputs().get(places.getFirst());
      var type = clause.type();
      inputs.add(
          new RuleInput(
              expression,
              type == FactType.ANY ? unnamed.getOrDefault(expression, type) : type,
              clause.label()));
    });
    return inputs;
  }

  /** The rules of the table, and behind the one they followed those that are switched off. */
  private List<Rule> rules() {
    Map<String, Element> known = new LinkedHashMap<>();
    Map<String, List<Rule>> after = new HashMap<>();
    var rows = table.rules().stream().map(TableRule::id).toList();
    var last = "";
    for (var element : Extensions.children(extension, "rule")) {
      var id = Xml.attribute(element, "of");
      boolean off = Xml.attribute(element, "enabled").equals("false");
      if (off && !rows.contains(id)) {
        after.computeIfAbsent(last, _ -> new ArrayList<>()).add(switchedOff(id, element));
      } else {
        note(!off && known.put(id, element) == null);
        last = rows.contains(id) ? id : last;
      }
    }
    note(List.copyOf(known.keySet()).equals(rows));
    List<Rule> rules = new ArrayList<>(after.getOrDefault("", List.of()));
    for (var row : table.rules()) {
      rules.add(rule(row, known.get(row.id())));
      rules.addAll(after.getOrDefault(row.id(), List.of()));
    }
    return rules;
  }

  private Rule switchedOff(String id, Element element) {
    return new Rule(
        id,
        Extensions.children(element, "when").stream()
            .map(it -> new Condition(Xml.attribute(it, "input"), it.getTextContent()))
            .toList(),
        Xml.attribute(element, "severity"),
        Xml.attribute(element, "reasonCode"),
        message(element),
        day(Xml.attribute(element, "from")),
        day(Xml.attribute(element, "to")),
        false);
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static String message(Element element) {
    return Extensions.children(element, "message").stream()
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private Rule rule(TableRule row, @Nullable Element known) {
    var days =
        inForce < 0
            ? Validity.ALWAYS
            : Validity.read(row.inputs().get(inForce).text())
                .orElseThrow(() -> new IllegalArgumentException("more than days"));
    return new Rule(
        row.id(),
        conditions(row, known),
        said(row.outputs().get(outputColumn(RuleSetDefinition.SEVERITY))),
        said(row.outputs().get(outputColumn(RuleSetDefinition.REASON_CODE))),
        known == null ? String.join("\n", row.annotations()).strip() : message(known),
        days.from(),
        days.to(),
        true);
  }

  /** In the order the extension knows; what only the table has comes after. */
  private List<Condition> conditions(TableRule row, @Nullable Element known) {
    Map<String, List<Integer>> open = new LinkedHashMap<>();
    columns.forEach((input, places) -> open.put(input, new ArrayList<>(places)));
    List<Condition> conditions = new ArrayList<>();
    if (known != null) {
      for (var when : Extensions.children(known, "when")) {
        var input = Xml.attribute(when, "input");
        var places = open.getOrDefault(input, List.of());
        note(!places.isEmpty());
        if (!places.isEmpty()) {
          conditions.add(new Condition(input, row.inputs().get(places.removeFirst()).text()));
        }
      }
    }
    open.forEach((input, places) -> {
      for (int place : places) {
        var condition = new Condition(input, row.inputs().get(place).text());
        if (!condition.isAnything()) {
          note(false);
          conditions.add(condition);
        }
      }
    });
    return conditions;
  }

  /** What a cell gives, which has to be a text; empty for null and for nothing. */
  private static String said(Cell cell) {
    var text = cell.text().strip();
    if (text.isEmpty() || text.equals("null")) {
      return "";
    }
    var texts = FeelLiterals.strings("[" + text + "]");
    require(texts.size() == 1);
    return texts.getFirst();
  }

  private void note(boolean agrees) {
    changed |= !agrees;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("no rule set says this");
    }
  }
}
