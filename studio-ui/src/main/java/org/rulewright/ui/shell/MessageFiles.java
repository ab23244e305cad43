package org.rulewright.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts of all packages of the studio, read once from their message files. */
@Component
class MessageFiles implements I18NProvider {
  private static final Logger LOG = LoggerFactory.getLogger(MessageFiles.class);

  private final transient Properties chinese = read(Language.ZH);
  private final transient Properties english = read(Language.EN);

  @Override
  public List<Locale> getProvidedLocales() {
    return Stream.of(Language.values()).map(Language::locale).toList();
  }

  @Override
  public String getTranslation(String key, Locale locale, @Nullable Object... arguments) {
    var pattern = of(Language.of(locale)).getProperty(key);
    if (pattern == null) {
      LOG.error("no text for the key {}", key);
      return "!" + key;
    }
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Language.of(locale).locale()).format(arguments);
  }

  Properties of(Language language) {
    return switch (language) {
      case ZH -> chinese;
      case EN -> english;
    };
  }

  private static Properties read(Language language) {
    var all = new Properties();
    var pattern =
        "classpath*:org/rulewright/ui/**/messages_"
            + language.name().toLowerCase(Locale.ROOT)
            + ".properties";
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        addFrom(file, all);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pattern, e);
    }
    return all;
  }

  private static void addFrom(Resource file, Properties all) throws IOException {
    var part = new Properties();
    try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      part.load(reader);
    }
    for (String key : part.stringPropertyNames()) {
      if (all.put(key, part.getProperty(key)) != null) {
        throw new IllegalStateException("the key " + key + " stands in two message files");
      }
    }
  }
}
