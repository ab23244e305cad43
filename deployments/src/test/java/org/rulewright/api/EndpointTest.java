package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

final class EndpointTest {

  private final Platform platform = Platform.running();

  @Test
  void everyMappedAddressIsListedAndEveryListedOneMapped() {
    assertThat(listed()).isEqualTo(mapped());
  }

  @Test
  void theDescriptionTellsOfEveryAddress() throws Exception {
    OpenAPI description;
    try (var yaml = new ClassPathResource(ApiDescription.RESOURCE).getInputStream()) {
      description = Yaml31.mapper().readValue(yaml, OpenAPI.class);
    }
    var described = new TreeSet<String>();
    description
        .getPaths()
        .forEach((path, item) ->
            item.readOperationsMap()
                .forEach((method, operation) -> described.add(method + " " + path)));

    assertThat(described).isEqualTo(listed());
  }

  @Test
  void eachAddressAnswersItsRolesAndRefusesAllOthers() {
    for (var endpoint : Endpoint.ALL) {
      assertThat(call(endpoint, null)).as("%s without a key", endpoint).isEqualTo(401);
      for (var role : Role.values()) {
        // Governors and administrators are people: no key can carry their roles.
        if (role.forKeys()) {
          var status = call(endpoint, platform.key(role));
          if (endpoint.roles().contains(role)) {
            assertThat(status).as("%s as %s", endpoint, role).isNotIn(401, 403);
          } else {
            assertThat(status).as("%s as %s", endpoint, role).isEqualTo(403);
          }
        }
      }
    }
  }

  @Test
  void theDescriptionIsOpenToEveryKeyAndClosedToStrangers() {
    assertThat(platform.send(platform.request("/api/docs").build()).status()).isEqualTo(401);
    assertThat(platform.send(platform.request("/api/docs/swagger-ui/index.html").build()).status())
        .isEqualTo(401);
    for (var role : Role.values()) {
      if (role.forKeys()) {
        var docs = platform.get("/api/docs", platform.key(role));
        assertThat(docs.status()).isEqualTo(200);
        assertThat(docs.json().get("paths").size()).isGreaterThan(10);
      }
    }
    var page = platform.get("/api/docs/swagger-ui/index.html", platform.key(Role.CALLER));
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("https://").doesNotContain("http://");
  }

  private int call(Endpoint endpoint, @Nullable String key) {
    var path =
        endpoint
            .path()
            .replace("{environment}", "production")
            .replace("{key}", "sme")
            .replace("{number}", "1")
            .replace("{name}", "nothing")
            .replace("{id}", "00000000-0000-7000-8000-000000000000");
    var request =
        platform
            .request(path)
            .header("Content-Type", "application/json")
            .method(
                endpoint.method().name(),
                endpoint.method().equals(HttpMethod.GET)
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}"));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return platform.send(request.build()).status();
  }

  private static Set<String> listed() {
    return Endpoint.ALL.stream()
        .map(endpoint -> endpoint.method() + " " + endpoint.path())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> mapped() {
    var mapping =
        platform.context.getBean(
            "requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    var found = new TreeSet<String>();
    mapping
        .getHandlerMethods()
        .forEach((info, method) -> {
          if (method.getBeanType().getName().startsWith("org.rulewright.")) {
            for (var path : info.getPatternValues()) {
              info.getMethodsCondition().getMethods().forEach(verb -> found.add(verb + " " + path));
            }
          }
        });
    return found;
  }
}
