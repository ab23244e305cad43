package org.rulewright.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Properties;
import org.rulewright.access.Language;

/** What the studio says, in the language of a journey: the same keys in either. */
record Words(Language language) {

  /** The text of a key such as {@code release.title}, from the package its first part names. */
  String of(String key, Object... arguments) {
    var part = key.substring(0, key.indexOf('.'));
    var file =
        "/org/rulewright/ui/%s/messages_%s.properties"
            .formatted(part, language == Language.ZH ? "zh" : "en");
    try (var in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError(file + " is missing");
      }
      var texts = new Properties();
      texts.load(new InputStreamReader(in, UTF_8));
      var text = texts.getProperty(key);
      if (text == null) {
        throw new AssertionError(key + " is not in " + file);
      }
      return arguments.length == 0
          ? text
          : new MessageFormat(text, language.locale()).format(arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
