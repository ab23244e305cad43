package org.rulewright.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.rulewright.decision.FactType;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.LookupShape.Column;

/**
 * What a look-up table is: its key, its name and its columns.
 *
 * @param key what expressions call it by: lower-case letters, digits, dots, dashes, underscores
 * @param dated whether a row is in force only from one day to another, both included; an end that
 *     is null is open
 */
public record LookupDefinition(
    String key, String name, List<Column> keys, List<Column> values, boolean dated) {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9._-]{0,62}");

  /** A name of one word, so that a path in FEEL can say it. */
  private static final Pattern COLUMN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,62}");

  private static final int MOST_KEYS = 8;

  public LookupDefinition {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
    if (!isKey(key)) {
      throw new IllegalArgumentException("not the key of a look-up table: " + key);
    }
    if (keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException("a look-up table has 1 to " + MOST_KEYS + " key columns");
    }
    var seen = new HashSet<String>();
    var all = new ArrayList<>(keys);
    all.addAll(values);
    for (var column : all) {
      if (!isColumn(column.name()) || !seen.add(column.name())) {
        throw new IllegalArgumentException("not a column of its own: " + column.name());
      }
    }
  }

  /** Whether a look-up table can be called so. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /** Whether a column can be called so. */
  public static boolean isColumn(String text) {
    return COLUMN.matcher(text).matches();
  }

  /** What a caller has to know of it. */
  public LookupShape shape() {
    return new LookupShape(keys, values);
  }

  /** The types of a row as it is stored: keys, values, then the two days if it is dated. */
  List<FactType> stored() {
    var types = new ArrayList<FactType>();
    keys.forEach(it -> types.add(it.type()));
    values.forEach(it -> types.add(it.type()));
    if (dated) {
      types.add(FactType.DATE);
      types.add(FactType.DATE);
    }
    return types;
  }
}
