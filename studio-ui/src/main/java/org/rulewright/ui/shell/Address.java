package org.rulewright.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The choices that stand behind the question mark of the page's address, so that a link leads to
 * them again. Several parts of a screen keep theirs side by side.
 */
public final class Address {
  private final UI ui;
  private final Location entered;
  private final Map<String, List<String>> parameters;

  private Address(UI ui, Location entered) {
    this.ui = ui;
    this.entered = entered;
    this.parameters = new HashMap<>(entered.getQueryParameters().getParameters());
  }

  /** The address of the page as it stands, with what was changed since the page was entered. */
  @SuppressWarnings("ReferenceEquality") // the router makes a new location whenever one navigates
  public static Address of(UI ui) {
    var now = ui.getActiveViewLocation();
    var known = ComponentUtil.getData(ui, Address.class);
    if (known != null && known.entered == now) {
      return known;
    }
    var fresh = new Address(ui, now);
    ComponentUtil.setData(ui, Address.class, fresh);
    return fresh;
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name)).flatMap(values -> values.stream().findFirst());
  }

  /** Changes parameters without leaving the page; an empty value takes one out. */
  public void put(Map<String, String> changes) {
    changes.forEach((name, value) -> {
      if (value.isEmpty()) {
        parameters.remove(name);
      } else {
        parameters.put(name, List.of(value));
      }
    });
    var changed = new Location(entered.getPath(), new QueryParameters(parameters));
    ui.getPage().getHistory().replaceState(null, changed);
  }
}
