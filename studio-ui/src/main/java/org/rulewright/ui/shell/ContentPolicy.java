package org.rulewright.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Tells the browser what a page may load and run: our own files, and inline scripts only with the
 * page's own nonce.
 *
 * <p>{@code unsafe-eval} stays, because Flow 25.2 turns what the server sends into functions in the
 * browser; from Flow 25.4 on it can go. Inline styles are the components' own.
 *
 * @see "docs/decisions/0006-shell-theme-and-i18n.md"
 */
public final class ContentPolicy implements HeaderWriter {
  private static final String NONCE = ContentPolicy.class.getName() + ".nonce";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String REST =
      "; default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none';"
          + " base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    var nonce = Base64.getEncoder().encodeToString(bytes);
    request.setAttribute(NONCE, nonce);
    response.setHeader(
        "Content-Security-Policy", "script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'" + REST);
  }

  /** The nonce of the page that answers this request. */
  static String nonce(VaadinRequest request) {
    return String.valueOf(request.getAttribute(NONCE));
  }
}
