package org.rulewright.ui.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.dmn.TableSheet;
import org.rulewright.dmn.TableSheet.Column;
import org.rulewright.ui.table.OpenedTable.Heading;

/** What the dictionary of features says of the columns of tables. */
final class TableHeadings {
  private static final Pattern LITERAL =
      Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(?:\\.\\d+)?|true|false)\\s*(,|$)");

  private final Map<String, FeatureChoices.Known> known;

  TableHeadings(List<FeatureChoices.Known> features) {
    known =
        features.stream()
            .collect(Collectors.toMap(FeatureChoices.Known::name, Function.identity()));
  }

  List<Heading> of(TableSheet sheet) {
    return sheet.columns().stream().map(this::heading).toList();
  }

  private Heading heading(Column column) {
    var feature = Optional.ofNullable(known.get(column.expression()));
    var label =
        feature
            .map(FeatureChoices.Known::label)
            .orElseGet(() -> column.label().isEmpty() ? column.expression() : column.label());
    var type =
        column.type() == FactType.ANY
            ? feature.map(FeatureChoices.Known::type).orElse(FactType.ANY)
            : column.type();
    var own = literals(column.allowedValues());
    var values =
        own.isEmpty()
            ? feature.stream()
                .flatMap(it -> it.allowedValues().stream())
                .flatMap(value -> literal(type, value))
                .toList()
            : own;
    return new Heading(label, type, feature.map(FeatureChoices.Known::unit).orElse(""), values);
  }

  /** The values of a list of literals; empty where the text says anything else. */
  static List<String> literals(@Nullable String tests) {
    if (tests == null) {
      return List.of();
    }
    var matcher = LITERAL.matcher(tests);
    int end = 0;
    var found = Stream.<String>builder();
    while (end < tests.length()) {
      if (!matcher.find() || matcher.start() != end) {
        return List.of();
      }
      found.add(matcher.group(1));
      end = matcher.end();
    }
    return found.build().toList();
  }

  private static Stream<String> literal(FactType type, Object value) {
    return switch (type) {
      case TEXT ->
          Stream.of("\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
      case NUMBER, BOOLEAN -> Stream.of(value.toString());
      case DATE -> Stream.of("date(\"" + value + "\")");
      case TIME, DATE_TIME, DURATION, LIST, CONTEXT, ANY -> Stream.empty();
    };
  }
}
