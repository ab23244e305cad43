package org.rulewright.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

  @Test
  void bothLanguagesHaveEveryCode() throws IOException {
    assertThat(bundle("diagnostics.properties").stringPropertyNames())
        .hasSizeGreaterThan(10)
        .isEqualTo(bundle("diagnostics_en.properties").stringPropertyNames());
  }

  @Test
  void bothLanguagesUseTheSameArguments() throws IOException {
    Properties chinese = bundle("diagnostics.properties");
    Properties english = bundle("diagnostics_en.properties");
    for (String code : chinese.stringPropertyNames()) {
      assertThat(arguments(english.getProperty(code)))
          .as(code)
          .isEqualTo(arguments(chinese.getProperty(code)));
    }
  }

  @Test
  void theMessageSpeaksTheLanguageOfTheReader() {
    Diagnostic diagnostic =
        Diagnostic.error(
            "fact.wrong-type", Place.of("age"), "age", Diagnostic.term("type.NUMBER"), "old");

    assertThat(diagnostic.message(Locale.ENGLISH))
        .isEqualTo("fact `age`: the value `old` is not a number");
    assertThat(diagnostic.message(Locale.SIMPLIFIED_CHINESE)).isEqualTo("事实“age”的值“old”不是数字。");
  }

  private static java.util.List<String> arguments(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(result -> result.group())
        .sorted()
        .distinct()
        .toList();
  }

  private static Properties bundle(String file) throws IOException {
    Properties properties = new Properties();
    try (var stream = Objects.requireNonNull(Diagnostic.class.getResourceAsStream(file))) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
