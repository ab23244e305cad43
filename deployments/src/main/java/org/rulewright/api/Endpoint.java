package org.rulewright.api;

import static org.rulewright.access.Role.CALLER;
import static org.rulewright.access.Role.OPERATOR;
import static org.rulewright.access.Role.REVIEWER;
import static org.rulewright.access.Role.STRATEGIST;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Set;
import org.rulewright.access.Role;
import org.springframework.http.HttpMethod;

/**
 * One address of the public API and who may call it; what is not listed cannot be called.
 *
 * @param roles any of which is enough; all roles a key can have where everybody with a key may
 */
record Endpoint(HttpMethod method, String path, Set<Role> roles) {

  private static final Set<Role> EVERY_KEY =
      Set.copyOf(List.of(Role.values()).stream().filter(Role::forKeys).toList());
  private static final String V1 = "/api/v1";
  private static final String STRATEGY = V1 + "/environments/{environment}/strategies/{key}";

  private static final String EVIDENCE = V1 + "/strategies/{key}/versions/{number}/evidence";

  /** The busiest first. */
  static final List<Endpoint> ALL =
      List.of(
          new Endpoint(POST, STRATEGY + "/decisions", Set.of(CALLER)),
          new Endpoint(POST, STRATEGY + "/decisions:batch", Set.of(CALLER)),
          new Endpoint(GET, V1 + "/decisions", Set.of(REVIEWER)),
          new Endpoint(GET, V1 + "/decisions/{id}", Set.of(REVIEWER)),
          new Endpoint(POST, V1 + "/decisions/{id}:replay", Set.of(REVIEWER)),
          new Endpoint(POST, V1 + "/decisions/{id}:explain", Set.of(REVIEWER)),
          new Endpoint(POST, V1 + "/workbench/models", Set.of(STRATEGIST)),
          new Endpoint(POST, V1 + "/workbench/models/{id}/evaluate", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/strategies", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/strategies/{key}", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/strategies/{key}/uses", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/strategies/{key}/versions", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/strategies/{key}/versions/{number}", Set.of(STRATEGIST)),
          new Endpoint(POST, EVIDENCE, Set.of(STRATEGIST, REVIEWER)),
          new Endpoint(GET, EVIDENCE, Set.of(STRATEGIST, REVIEWER)),
          new Endpoint(
              GET,
              V1 + "/environments/{environment}/history",
              Set.of(STRATEGIST, REVIEWER, OPERATOR, CALLER)),
          new Endpoint(POST, V1 + "/datasets", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/datasets", Set.of(STRATEGIST)),
          new Endpoint(POST, V1 + "/datasets:derive", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/datasets/{id}", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/datasets/{id}/rows", Set.of(STRATEGIST)),
          new Endpoint(POST, V1 + "/datasets/{id}/outcome", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/lookups", Set.of(STRATEGIST)),
          new Endpoint(POST, V1 + "/lookups", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/lookups/{key}", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/lookups/{key}/versions", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/lookups/{key}/versions/{number}/rows", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/models", Set.of(STRATEGIST)),
          new Endpoint(POST, V1 + "/models", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/models/{key}", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/features", Set.of(STRATEGIST)),
          new Endpoint(POST, V1 + "/features", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/features/{name}", Set.of(STRATEGIST)),
          new Endpoint(POST, V1 + "/portfolio-runs", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/portfolio-runs/{id}", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/portfolio-runs/{id}/rows", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/jobs/{id}", Set.of(STRATEGIST)),
          new Endpoint(POST, V1 + "/jobs/{id}:cancel", Set.of(STRATEGIST)),
          new Endpoint(GET, V1 + "/installation/key", EVERY_KEY));

  String[] authorities() {
    return roles.stream().map(role -> "ROLE_" + role.name()).toArray(String[]::new);
  }
}
