package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of the breadcrumb trail.
 *
 * @param path where it leads, or null where it is not a link
 */
public record Crumb(String text, @Nullable String path) {

  public static Crumb here(String text) {
    return new Crumb(text, null);
  }

  public static Crumb to(Class<? extends Component> screen, String text) {
    return new Crumb(text, RouteConfiguration.forApplicationScope().getUrl(screen));
  }

  public static Crumb to(
      Class<? extends Component> screen, Map<String, String> parameters, String text) {
    var path =
        RouteConfiguration.forApplicationScope().getUrl(screen, new RouteParameters(parameters));
    return new Crumb(text, path);
  }
}
