package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A browser's session must not be able to call the API: nothing there asks for a CSRF token. */
final class SessionTest {

  private final MockMvc server =
      MockMvcBuilders.webAppContextSetup((WebApplicationContext) Platform.running().context)
          .apply(springSecurity())
          .build();

  @Test
  void noRoleOfAPersonOpensTheApiThroughASession() throws Exception {
    for (var role : Role.values()) {
      for (var endpoint : Endpoint.ALL) {
        var path = endpoint.path().replaceAll("\\{[a-z]+}", "1");
        var answer =
            server
                .perform(request(endpoint.method(), URI.create(path)).session(sessionOf(role)))
                .andReturn();

        assertThat(answer.getResponse().getStatus()).as("%s as %s", endpoint, role).isEqualTo(401);
      }
    }
  }

  @Test
  void everyPersonWhoSignedInMayReadTheDescription() throws Exception {
    for (var role : Role.values()) {
      var answer = server.perform(get("/api/docs").session(sessionOf(role))).andReturn();

      assertThat(answer.getResponse().getStatus()).as("%s", role).isEqualTo(200);
    }
  }

  @Test
  void aBrowserIsSentToThePage() throws Exception {
    var answer =
        server
            .perform(get("/api/docs").accept("text/html").session(sessionOf(Role.STRATEGIST)))
            .andReturn();

    assertThat(answer.getResponse().getRedirectedUrl())
        .isEqualTo("/api/docs/swagger-ui/index.html");
  }

  private static MockHttpSession sessionOf(Role role) {
    var person =
        UsernamePasswordAuthenticationToken.authenticated(
            "somebody", null, AuthorityUtils.createAuthorityList("ROLE_" + role.name()));
    var session = new MockHttpSession();
    session.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new SecurityContextImpl(person));
    return session;
  }
}
