package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;

/** The screens in the navigation of the person at the screen. */
public final class Destinations {
  private static final AccessAnnotationChecker ACCESS = new AccessAnnotationChecker();

  /** One entry of the navigation. */
  public record Entry(
      Class<? extends Component> screen, Area area, String title, VaadinIcon icon, int order) {}

  private Destinations() {}

  /** The entries this person may open, in the order of the navigation. */
  public static List<Entry> open() {
    return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
        .<Class<? extends Component>>map(RouteData::getNavigationTarget)
        .filter(screen -> screen.isAnnotationPresent(Destination.class))
        .filter(Destinations::mayOpen)
        .map(Destinations::entry)
        .sorted(Comparator.comparing(Entry::area).thenComparing(Entry::order))
        .toList();
  }

  /** Tells whether the person at the screen may open a routed screen. */
  public static boolean mayOpen(Class<? extends Component> screen) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || SignedIn.find().isEmpty()) {
      return false;
    }
    return ACCESS.hasAccess(
        screen,
        authentication,
        role ->
            authentication.getAuthorities().stream()
                .anyMatch(granted -> ("ROLE_" + role).equals(granted.getAuthority())));
  }

  private static Entry entry(Class<? extends Component> screen) {
    var place = screen.getAnnotation(Destination.class);
    return new Entry(screen, place.area(), place.title(), place.icon(), place.order());
  }
}
