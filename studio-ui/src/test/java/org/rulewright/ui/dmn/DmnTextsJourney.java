package org.rulewright.ui.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every text that dmn-js asks to be translated has a Chinese one.
 *
 * <p>It reads the sources that the bundle was built from, so it runs after the build.
 */
class DmnTextsJourney {
  private static final Path MODULES = Path.of("node_modules");
  private static final Path TEXTS = Path.of("src/main/frontend/dmn/dmn-texts-zh.json");
  private static final String LITERAL = "('(?:[^'\\\\\\n]|\\\\.)*'|\"(?:[^\"\\\\\\n]|\\\\.)*\")";
  private static final Pattern ASKED = Pattern.compile("translate\\(\\s*" + LITERAL);

  /** Texts that reach the translation through a table of entries. */
  private static final Pattern LISTED =
      Pattern.compile("(?m)^\\s*\"?(?:label|explanation|title)\"?: " + LITERAL);

  private static final Pattern TYPES = Pattern.compile("DEFAULT_DATA_TYPES = \\[([^\\]]*)]");
  private static final Pattern WORD = Pattern.compile(LITERAL);

  @Test
  void everyTextOfTheEditorIsInChinese() throws IOException {
    var asked = textsAskedFor();

    assertThat(asked)
        .describedAs("the sources of dmn-js were really read")
        .hasSizeGreaterThan(180)
        .contains("Add rule below", "Rules may overlap. The first matching rule will be chosen");
    assertThat(chinese()).containsAll(asked);
  }

  private static Set<String> chinese() throws IOException {
    var texts = JsonMapper.shared().readTree(Files.readString(TEXTS));
    var known = new TreeSet<String>();
    texts
        .properties()
        .forEach(text -> {
          assertThat(text.getValue().asString())
              .describedAs(text.getKey())
              .isNotBlank()
              .isNotEqualTo(text.getKey());
          known.add(text.getKey());
        });
    return known;
  }

  private static Set<String> textsAskedFor() {
    var asked = new TreeSet<String>();
    Stream.of("shared", "drd", "decision-table", "literal-expression", "boxed-expression")
        .forEach(part -> read(MODULES.resolve("dmn-js-" + part + "/lib"), asked));
    asked.removeAll(Set.of("-", "FEEL", "Java", "PMML"));
    return asked;
  }

  private static void read(Path folder, Set<String> asked) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> file.toString().endsWith(".js")).forEach(file -> collect(file, asked));
    } catch (IOException e) {
      throw new UncheckedIOException("build the studio before: its modules are missing", e);
    }
  }

  private static void collect(Path file, Set<String> asked) {
    try {
      var source = Files.readString(file).replaceAll("(?m)^\\s*\\*.*$", "");
      Stream.of(ASKED, LISTED)
          .flatMap(pattern -> pattern.matcher(source).results())
          .forEach(found -> asked.add(unquoted(found.group(1))));
      TYPES
          .matcher(source)
          .results()
          .flatMap(found -> WORD.matcher(found.group(1)).results())
          .forEach(found -> asked.add(unquoted(found.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unquoted(String literal) {
    return literal.substring(1, literal.length() - 1).replace("\\'", "'").replace("\\\"", "\"");
  }
}
