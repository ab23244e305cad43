package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;

/** A thing to do next, on the home page; every package that has one offers it as a bean. */
public interface HomeStep {

  /** What to do, why, and where. */
  record Step(VaadinIcon icon, String title, String text, Class<? extends Component> target) {}

  int order();

  /** The roles that would do it. */
  Set<String> roles();

  /** The step, or nothing while there is no reason for it. */
  Optional<Step> next(SignedIn person);
}
