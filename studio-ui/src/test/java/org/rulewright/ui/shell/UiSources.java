package org.rulewright.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java sources of the studio, as text. */
final class UiSources {
  private static final Path ROOT = Path.of("src/main/java");

  private UiSources() {}

  /** Every source by its file name, without its comments. */
  static Map<String, String> all() {
    var sources = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        sources.put(ROOT.relativize(file).toString(), withoutComments(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return sources;
  }

  static List<MatchResult> find(Pattern pattern) {
    return all().values().stream().flatMap(text -> pattern.matcher(text).results()).toList();
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)//.*$", "");
  }
}
