package org.rulewright.parity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.dmn.DmnModel;
import org.rulewright.value.Temporals;

/**
 * The numbers, texts and dates a model compares its inputs with, as they stand in its cells and
 * expressions.
 *
 * <p>A constant of a column belongs to every input its expression names; one of a literal
 * expression or an output cell to every input the expression names. Constants of a column that
 * tests the result of another decision belong to nobody: that decision's own constants decide.
 */
final class Constants {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\p{N}_.\"])-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");
  private static final Pattern DATE = Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2})\"");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int MOST = 400;

  private final Map<String, Set<BigDecimal>> numbers = new HashMap<>();
  private final Map<String, Set<LocalDate>> dates = new HashMap<>();
  private final Map<String, Set<String>> texts = new HashMap<>();
  private final Set<String> inputs;

  private Constants(Set<String> inputs) {
    this.inputs = inputs;
  }

  static Constants of(DmnModel model, String entry, Set<String> inputs) {
    var constants = new Constants(inputs);
    for (var reached : model.reached(entry)) {
      var id = reached.decision().id();
      reached.document().tables().stream()
          .filter(table -> table.id().equals(id))
          .forEach(constants::read);
      reached.document().literals().stream()
          .filter(literal -> literal.decisionId().equals(id))
          .forEach(literal -> constants.read(literal.text(), literal.text()));
    }
    return constants;
  }

  Set<BigDecimal> numbers(String input) {
    return numbers.getOrDefault(input, Set.of());
  }

  Set<LocalDate> dates(String input) {
    return dates.getOrDefault(input, Set.of());
  }

  Set<String> texts(String input) {
    return texts.getOrDefault(input, Set.of());
  }

  private void read(TableDefinition table) {
    for (int column = 0; column < table.inputs().size(); column++) {
      var clause = table.inputs().get(column);
      var allowed = clause.allowedValues();
      int at = column;
      var cells =
          Stream.concat(
                  table.rules().stream().map(rule -> rule.inputs().get(at).text()),
                  Stream.of(clause.expression(), allowed == null ? "" : allowed))
              .distinct();
      cells.forEach(text -> read(clause.expression() + " " + text, text));
    }
    for (var rule : table.rules()) {
      rule.outputs().forEach(cell -> read(cell.text(), cell.text()));
    }
  }

  /** Takes the constants of one text for the inputs that another names. */
  private void read(String naming, String text) {
    for (var input : inputs) {
      if (naming.contains(input)) {
        collect(input, text);
      }
    }
  }

  private void collect(String input, String text) {
    var outside = TEXT.matcher(text).replaceAll(" ");
    NUMBER
        .matcher(outside)
        .results()
        .forEach(found -> add(numbers, input, new BigDecimal(found.group())));
    DATE.matcher(text)
        .results()
        .flatMap(found -> Temporals.date(found.group(1)).stream())
        .forEach(date -> add(dates, input, date));
    TEXT.matcher(text)
        .results()
        .forEach(
            found -> add(texts, input, found.group(1).replace("\\\"", "\"").replace("\\\\", "\\")));
  }

  private static <T extends Comparable<? super T>> void add(
      Map<String, Set<T>> constants, String input, T value) {
    var all = constants.computeIfAbsent(input, unused -> new TreeSet<>());
    if (all.size() < MOST) {
      all.add(value);
    }
  }
}
