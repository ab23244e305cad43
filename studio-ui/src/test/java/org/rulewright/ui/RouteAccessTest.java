package org.rulewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rulewright.access.Role;
import org.rulewright.notification.ThingKind;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every screen with who may open it; a screen that is not in the table fails the test. */
class RouteAccessTest {
  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
  private static final Set<String> OPEN_TO_STRANGERS = Set.of("login", "first-run");

  private static final Map<String, Set<Role>> EXPECTED =
      Map.ofEntries(
          Map.entry("login", EVERYBODY),
          Map.entry("first-run", EVERYBODY),
          Map.entry("", EVERYBODY),
          Map.entry("profile", EVERYBODY),
          Map.entry("notifications", EVERYBODY),
          Map.entry("strategies", EnumSet.of(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER)),
          Map.entry(
              "strategies/:key/:section?",
              EnumSet.of(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER)),
          Map.entry(
              "features", EnumSet.of(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER, Role.OPERATOR)),
          Map.entry("datasets", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry("datasets/:key", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry("datasets-import", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry("lookups", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry("lookups/:key", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry("lookups-import", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry("models", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry("models/:key", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry("models-upload", EnumSet.of(Role.STRATEGIST)),
          Map.entry("datasets-derive", EnumSet.of(Role.STRATEGIST, Role.OPERATOR)),
          Map.entry(
              "releases",
              EnumSet.of(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER, Role.ADMINISTRATOR)),
          Map.entry(
              "releases/:strategy",
              EnumSet.of(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER, Role.ADMINISTRATOR)),
          Map.entry("portfolio-runs", EnumSet.of(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER)),
          Map.entry(
              "portfolio-runs/:run", EnumSet.of(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER)),
          Map.entry("decisions", EnumSet.of(Role.REVIEWER)),
          Map.entry("decisions/:id", EnumSet.of(Role.REVIEWER)),
          Map.entry("users", EnumSet.of(Role.ADMINISTRATOR)),
          Map.entry("api-keys", EnumSet.of(Role.ADMINISTRATOR)),
          Map.entry("audit", EnumSet.of(Role.REVIEWER, Role.ADMINISTRATOR)),
          Map.entry(
              "jobs",
              EnumSet.of(Role.STRATEGIST, Role.GOVERNOR, Role.OPERATOR, Role.ADMINISTRATOR)));

  private final AccessAnnotationChecker checker = new AccessAnnotationChecker();

  @Test
  void everyRouteOpensForTheRolesOfTheTableAndNoOther() {
    var actual = new TreeMap<String, Set<Role>>();
    routes().forEach((path, screen) -> actual.put(path, rolesThatOpen(screen)));
    assertThat(actual).isEqualTo(new TreeMap<>(EXPECTED));
  }

  @Test
  void aStrangerOpensOnlyTheDoor() {
    assertThat(routes())
        .allSatisfy((path, screen) ->
            assertThat(checker.hasAccess(screen, null, role -> false))
                .as(path)
                .isEqualTo(OPEN_TO_STRANGERS.contains(path)));
  }

  @Test
  void whatANotificationLeadsToOpensForWhomItIsFor() {
    for (ThingKind kind : ThingKind.values()) {
      var path =
          switch (kind) {
            case DATASET -> "datasets/:key";
            case PORTFOLIO_RUN -> "portfolio-runs/:run";
            case JOB -> "jobs";
            case DRAFT, VERSIONS -> "strategies/:key/:section?";
            case RELEASES -> "releases/:strategy";
            case DECISION -> "decisions/:id";
            case DECISION_LOG -> "audit";
            case KEY -> "api-keys";
            case ACCOUNT -> "profile";
          };
      assertThat(kind.openTo().isEmpty() ? EVERYBODY : kind.openTo())
          .as(kind.name())
          .isEqualTo(EXPECTED.get(path));
    }
  }

  private Set<Role> rolesThatOpen(Class<?> screen) {
    Principal somebody = () -> "somebody";
    var roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (checker.hasAccess(screen, somebody, role.name()::equals)) {
        roles.add(role);
      }
    }
    return roles;
  }

  private static Map<String, Class<? extends Component>> routes() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
    var routes = new TreeMap<String, Class<? extends Component>>();
    for (var found : scanner.findCandidateComponents("org.rulewright")) {
      var screen = load(String.valueOf(found.getBeanClassName()));
      routes.put(screen.getAnnotation(Route.class).value(), screen);
    }
    return routes;
  }

  private static Class<? extends Component> load(String name) {
    try {
      return Class.forName(name).asSubclass(Component.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
