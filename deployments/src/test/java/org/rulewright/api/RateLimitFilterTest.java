package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.ApiKey;
import org.rulewright.access.KeyId;
import org.rulewright.access.Role;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

final class RateLimitFilterTest {

  private final RateLimitFilter filter = new RateLimitFilter(3);

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void aKeyThatAsksTooOftenIsToldWhenToAskAgain() throws Exception {
    signIn(aKey());
    for (int number = 0; number < 3; number++) {
      assertThat(call().getStatus()).isEqualTo(200);
    }

    var refused = call();

    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    assertThat(refused.getContentType()).startsWith("application/problem+json");
  }

  @Test
  void oneKeyDoesNotUseUpAnothers() throws Exception {
    signIn(aKey());
    for (int number = 0; number < 4; number++) {
      call();
    }
    signIn(aKey());

    assertThat(call().getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse call() throws Exception {
    var response = new MockHttpServletResponse();
    filter.doFilter(
        new MockHttpServletRequest("GET", "/api/v1/strategies"), response, new MockFilterChain());
    return response;
  }

  private static void signIn(ApiKey key) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new KeyAuthentication(key));
    SecurityContextHolder.setContext(context);
  }

  private static ApiKey aKey() {
    return new ApiKey(
        new KeyId(UUID.randomUUID()),
        "key",
        "rw_12345",
        Set.of(Role.CALLER),
        Set.of(),
        "somebody",
        Instant.EPOCH,
        null,
        null);
  }
}
