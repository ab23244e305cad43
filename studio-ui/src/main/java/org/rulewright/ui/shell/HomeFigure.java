package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A live figure on the home page; every package that has one offers it as a bean. */
public interface HomeFigure {

  /**
   * What it shows just now.
   *
   * @param target the screen behind it, or null
   */
  record Reading(
      String name, String value, String hint, @Nullable Class<? extends Component> target) {}

  /** Where it stands among the others, smallest first. */
  int order();

  /** The roles that care. */
  Set<String> roles();

  /** The figure now, or nothing where it would say nothing. */
  Optional<Reading> read(SignedIn person);
}
