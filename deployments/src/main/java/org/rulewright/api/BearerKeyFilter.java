package org.rulewright.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.rulewright.serving.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by the key in its {@code Authorization} header. */
final class BearerKeyFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(BearerKeyFilter.class);
  private static final String SCHEME = "bearer ";

  private final KnownKeys keys;

  BearerKeyFilter(KnownKeys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    try {
      var found =
          header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
              ? keys.authenticate(header.substring(SCHEME.length()).strip())
              : Optional.<KeyAuthentication>empty();
      if (found.isEmpty()) {
        ProblemResponse.notSignedIn(request, response);
        return;
      }
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(found.get());
      SecurityContextHolder.setContext(context);
    } catch (DataAccessException | TransactionException unreachable) {
      LOG.warn("a key could not be checked", unreachable);
      ProblemResponse.write(request, response, ProblemKind.UNAVAILABLE);
      return;
    }
    chain.doFilter(request, response);
  }
}
