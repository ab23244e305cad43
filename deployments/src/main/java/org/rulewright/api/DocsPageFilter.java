package org.rulewright.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends browsers from the description to the page that shows it. */
final class DocsPageFilter extends OncePerRequestFilter {

  private static final String DESCRIPTION = "/api/docs";
  private static final String PAGE = "/api/docs/swagger-ui/index.html";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    var path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.equals(DESCRIPTION) && accept != null && accept.contains("text/html")) {
      response.sendRedirect(request.getContextPath() + PAGE);
      return;
    }
    chain.doFilter(request, response);
  }
}
