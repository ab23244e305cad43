package org.rulewright.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.rulewright.access.KeyId;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one key from taking the service away from the others. */
final class RateLimitFilter extends OncePerRequestFilter {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final LoadingCache<KeyId, Bucket> buckets;

  RateLimitFilter(int requestsPerSecond) {
    buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(key -> bucket(requestsPerSecond));
  }

  private static Bucket bucket(int requestsPerSecond) {
    return Bucket.builder()
        .addLimit(limit ->
            limit
                .capacity(requestsPerSecond)
                .refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
        .build();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication instanceof KeyAuthentication key) {
      var probe = buckets.get(key.getPrincipal().id()).tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        long seconds = Math.ceilDiv(Math.max(probe.getNanosToWaitForRefill(), 1), NANOS_PER_SECOND);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ProblemResponse.write(request, response, ProblemKind.TOO_MANY, seconds);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
