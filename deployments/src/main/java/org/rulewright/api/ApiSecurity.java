package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.rulewright.serving.ProblemKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may call the API: keys, by {@link Endpoint#ALL}; a session of the studio opens the
 * description only.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

  /** Scripts, styles and pictures of the page are our own; it may call our own API. */
  private static final String PAGE_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 100)
  SecurityFilterChain descriptionChain(HttpSecurity http, KnownKeys keys) {
    http.securityMatcher("/api/docs", "/api/docs.yaml", "/api/docs/**")
        .addFilterBefore(new BearerKeyFilter(keys), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new DocsPageFilter(), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests ->
            requests.requestMatchers(HttpMethod.GET).authenticated().anyRequest().denyAll())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY)))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(
                    (request, response, refused) -> ProblemResponse.notSignedIn(request, response))
                .accessDeniedHandler((request, response, denied) ->
                    ProblemResponse.write(request, response, ProblemKind.NOT_ALLOWED)));
    return http.build();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 110)
  SecurityFilterChain keyChain(
      HttpSecurity http,
      KnownKeys keys,
      @Value("${rulewright.api.requests-per-second:20000}") int requestsPerSecond) {
    http.securityMatcher("/api/**")
        .addFilterBefore(new BearerKeyFilter(keys), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new RateLimitFilter(requestsPerSecond), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> {
          for (var endpoint : Endpoint.ALL) {
            requests.requestMatchers(matcher(endpoint)).hasAnyAuthority(endpoint.authorities());
          }
          requests.anyRequest().denyAll();
        })
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(
                    (request, response, refused) -> ProblemResponse.notSignedIn(request, response))
                .accessDeniedHandler((request, response, denied) -> explain(request, response)));
    return http.build();
  }

  private static PathPatternRequestMatcher matcher(Endpoint endpoint) {
    return PathPatternRequestMatcher.withDefaults().matcher(endpoint.method(), endpoint.path());
  }

  /** Tells apart what is not there, not by this method, and not for this key. */
  private static void explain(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var here =
        Endpoint.ALL.stream()
            .filter(endpoint ->
                PathPatternRequestMatcher.withDefaults().matcher(endpoint.path()).matches(request))
            .toList();
    if (here.isEmpty()) {
      ProblemResponse.write(request, response, ProblemKind.NOT_FOUND, request.getRequestURI());
    } else if (methods(here).contains(request.getMethod())) {
      ProblemResponse.write(request, response, ProblemKind.NOT_ALLOWED);
    } else {
      response.setHeader("Allow", String.join(", ", methods(here)));
      ProblemResponse.write(request, response, ProblemKind.METHOD_NOT_ALLOWED, request.getMethod());
    }
  }

  private static List<String> methods(List<Endpoint> endpoints) {
    return endpoints.stream().map(endpoint -> endpoint.method().name()).distinct().toList();
  }
}
