package org.rulewright.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a browser remembers of the person's taste: language and colours.
 *
 * <p>Cookies, because the server must know them before the first paint, and before anybody signs
 * in.
 */
final class Preferences {
  private static final String LANGUAGE = "rw-language";
  private static final String COLOURS = "rw-colours";

  private Preferences() {}

  static Optional<Language> language(VaadinRequest request) {
    return read(request, LANGUAGE).map(Language::ofCode);
  }

  static ColourScheme colours(VaadinRequest request) {
    return ColourScheme.of(read(request, COLOURS).orElse(null));
  }

  static void remember(Language language) {
    write(LANGUAGE, language.code());
  }

  static void remember(ColourScheme colours) {
    write(COLOURS, colours.name());
  }

  private static Optional<String> read(VaadinRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static void write(String name, String value) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    VaadinResponse.getCurrent().addCookie(cookie);
  }
}
