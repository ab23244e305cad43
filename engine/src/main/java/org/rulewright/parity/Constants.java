package org.rulewright.parity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.LookupSource;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.Feel;
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

  private final LookupSource lookups;

  Constants(Set<String> inputs, LookupSource lookups) {
    this.inputs = inputs;
    this.lookups = lookups;
  }

  static Constants of(DmnModel model, String entry, LookupSource lookups, Set<String> inputs) {
    var constants = new Constants(inputs, lookups);
    constants.decision(model, entry);
    return constants;
  }

  /** Takes those of a decision and whatever it requires. */
  void decision(DmnModel model, String entry) {
    for (var reached : model.reached(entry)) {
      var id = reached.decision().id();
      reached.document().tables().stream()
          .filter(table -> table.id().equals(id))
          .forEach(this::read);
      reached.document().literals().stream()
          .filter(literal -> literal.decisionId().equals(id))
          .forEach(literal -> text(literal.text()));
    }
  }

  /** Takes those of an expression. */
  void text(String expression) {
    read(expression, expression);
  }

  /** Takes some keys of a table for the inputs that are called like its key columns. */
  void keys(String table) {
    lookups
        .shape(table)
        .ifPresent(shape -> {
          for (var key : lookups.someKeys(table)) {
            for (int i = 0; i < key.size(); i++) {
              value(shape.keys().get(i).name(), key.get(i));
            }
          }
        });
  }

  /** Takes what one input is compared with for another, from which it is computed. */
  void carry(String from, String to) {
    numbers(from).forEach(it -> add(numbers, to, it));
    dates(from).forEach(it -> add(dates, to, it));
    texts(from).forEach(it -> add(texts, to, it));
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
        Feel.lookups(text).stream()
            .flatMap(table -> lookups.someKeys(table).stream())
            .flatMap(List::stream)
            .forEach(part -> value(input, part));
      }
    }
  }

  private void value(String input, @Nullable Object value) {
    switch (value) {
      case BigDecimal number -> add(numbers, input, number);
      case String text -> add(texts, input, text);
      case LocalDate date -> add(dates, input, date);
      case null, default -> {
        // no region of its own
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
