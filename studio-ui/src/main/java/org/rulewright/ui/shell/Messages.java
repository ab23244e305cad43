package org.rulewright.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.Language;

/**
 * Says things in the language of the person at the screen.
 *
 * <p>The texts of a package lie beside it, in {@code messages_zh.properties} and {@code
 * messages_en.properties} under the resources folder of the same name; its keys begin with the last
 * word of the package.
 */
public final class Messages {

  private Messages() {}

  /** The text of a key, with {@code {0}}, {@code {1}} ... replaced by the arguments. */
  public static String tr(String key, @Nullable Object... arguments) {
    return I18NProvider.translate(locale(), key, arguments);
  }

  /** The text for an enum's value: the key is the prefix, a dot and the constant's name. */
  public static String trOf(String prefix, Enum<?> value) {
    return I18NProvider.translate(locale(), prefix + "." + value.name());
  }

  /** The locale of the person at the screen. */
  public static Locale locale() {
    var ui = UI.getCurrent();
    return ui == null ? Language.ZH.locale() : Language.of(ui.getLocale()).locale();
  }
}
