package org.rulewright.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.source.ColumnChoice;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.source.DayOrder;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.dataset.source.TextEncoding;
import org.rulewright.serving.Json;
import tools.jackson.core.JacksonException;

/** What a caller knows better than the guess, as JSON. */
record ImportOptions(Map<String, @Nullable Object> members) {

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException when they are no JSON object
   */
  static ImportOptions read(String json) {
    try {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      var given = Json.MAPPER.readValue(json, Map.class);
      if (given != null) {
        given.forEach((name, value) -> members.put(String.valueOf(name), value));
      }
      return new ImportOptions(members);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException("JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  /** How the file is read: encoding, delimiter, sheet, lines above, header. */
  SourceOptions reading(SourceOptions guessed) {
    var options = guessed;
    if (members.get("encoding") instanceof String encoding) {
      options = options.withEncoding(constant(TextEncoding.class, encoding));
    }
    if (members.get("delimiter") instanceof String delimiter && delimiter.length() == 1) {
      options = options.withDelimiter(delimiter.charAt(0));
    }
    if (members.get("sheet") instanceof String sheet) {
      options = options.withSheet(sheet);
    }
    if (members.get("skippedLines") instanceof Integer lines) {
      options = options.withSkippedLines(lines);
    }
    if (members.get("header") instanceof Boolean header) {
      options = options.withHeader(header);
    }
    return options;
  }

  /** Names, types and choice of columns, by the names the file has. */
  SourceOptions columns(SourceOptions options) {
    if (!(members.get("columns") instanceof Map<?, ?> wanted)) {
      return options;
    }
    var choices = new ArrayList<ColumnChoice>();
    for (var choice : options.columns()) {
      choices.add(
          wanted.get(choice.name()) instanceof Map<?, ?> column ? column(choice, column) : choice);
    }
    return options.withColumns(choices);
  }

  private static ColumnChoice column(ColumnChoice guessed, Map<?, ?> wanted) {
    var name = wanted.get("name") instanceof String text ? text : guessed.name();
    var type =
        wanted.get("type") instanceof String text
            ? constant(ColumnType.class, text)
            : guessed.type();
    var order =
        wanted.get("dayOrder") instanceof String text
            ? constant(DayOrder.class, text)
            : guessed.dayOrder();
    var kept = wanted.get("kept") instanceof Boolean keep ? keep : guessed.kept();
    return new ColumnChoice(name, type, order, kept);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
