package org.rulewright.dmn;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names a text may use, those of imported results among them: {@code lib.grade}. */
final class QualifiedNames {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final String WORD = "[\\p{L}\\p{N}_]";

  private final List<Pattern> names;
  private final List<Pattern> imports;

  /**
   * @param names everything the text sees, qualified names among them
   * @param imports the names of the imports
   */
  QualifiedNames(Collection<String> names, Set<String> imports) {
    this.names =
        names.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(QualifiedNames::word)
            .toList();
    this.imports = imports.stream().map(QualifiedNames::word).toList();
  }

  /** Whether a text names an import in any other way than by one of the names. */
  boolean sayMore(String text) {
    var rest = TEXT.matcher(text).replaceAll("\"\"");
    for (var name : names) {
      rest = name.matcher(rest).replaceAll("0");
    }
    for (var name : imports) {
      if (name.matcher(rest).find()) {
        return true;
      }
    }
    return false;
  }

  private static Pattern word(String name) {
    return Pattern.compile("(?<!" + WORD + ")" + Pattern.quote(name) + "(?!" + WORD + ")");
  }
}
