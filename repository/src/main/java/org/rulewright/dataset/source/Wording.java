package org.rulewright.dataset.source;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this package in Chinese (the default) and English. */
final class Wording {
  private static final String BUNDLE = "org.rulewright.dataset.source.problems";

  private final ResourceBundle bundle;

  private Wording(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  static Wording of(Locale locale) {
    var noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
    return new Wording(ResourceBundle.getBundle(BUNDLE, locale, noFallback));
  }

  /** The line is argument 0, the others follow. */
  String text(String key, long line, List<String> arguments) {
    var all = new ArrayList<Object>();
    all.add(Long.toString(line));
    all.addAll(arguments);
    return MessageFormat.format(bundle.getString(key), all.toArray());
  }

  String text(String key) {
    return bundle.getString(key);
  }
}
