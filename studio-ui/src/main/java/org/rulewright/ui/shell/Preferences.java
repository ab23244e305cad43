package org.rulewright.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulewright.access.Language;
import org.rulewright.access.Theme;
import org.rulewright.access.User;

/**
 * What a browser remembers of the person's taste: language and colours.
 *
 * <p>Cookies, because the server must know them before the first paint, and before anybody signs
 * in. Signing in sets them to what the person chose last, wherever that was.
 */
public final class Preferences {
  private static final String LANGUAGE = "rw-language";
  private static final String THEME = "rw-theme";

  private Preferences() {}

  static Optional<Language> language(VaadinRequest request) {
    return read(request, LANGUAGE)
        .flatMap(
            code -> Stream.of(Language.values()).filter(one -> code(one).equals(code)).findFirst());
  }

  static Theme theme(VaadinRequest request) {
    return read(request, THEME)
        .flatMap(
            name -> Stream.of(Theme.values()).filter(one -> one.name().equals(name)).findFirst())
        .orElse(Theme.SYSTEM);
  }

  /** Takes over what a person who just signed in once chose. */
  public static void takeOver(User user, HttpServletResponse response) {
    response.addCookie(cookie(LANGUAGE, code(user.language())));
    response.addCookie(cookie(THEME, user.theme().name()));
  }

  static void remember(Language language) {
    VaadinResponse.getCurrent().addCookie(cookie(LANGUAGE, code(language)));
  }

  static void remember(Theme theme) {
    VaadinResponse.getCurrent().addCookie(cookie(THEME, theme.name()));
  }

  private static String code(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> read(VaadinRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static Cookie cookie(String name, String value) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
