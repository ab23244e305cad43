package org.rulewright.ui.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a routed screen into the navigation of everybody who may open it.
 *
 * <p>Who may is said once, by the screen's {@code @RolesAllowed} or {@code @PermitAll}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Destination {

  Area area();

  /** The key of the screen's name. */
  String title();

  VaadinIcon icon();

  /** The place within the area, smallest first. */
  int order();
}
