package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.ArrayList;
import java.util.List;

/**
 * A screen within the shell: a page header with title and actions, and a body.
 *
 * <p>A subclass is a Vaadin route with {@code layout = Shell.class}. It builds its parts in the
 * constructor and loads in {@code afterNavigation} or {@code setParameter}, never in the
 * constructor.
 */
public abstract class Screen extends Section implements HasDynamicTitle {
  private final PageHeader header;
  private final Div body = new Div();
  private List<Crumb> trail;

  /** A screen whose breadcrumb is its title alone. */
  protected Screen(String title) {
    addClassName("rw-screen");
    header = new PageHeader(title);
    trail = List.of(Crumb.here(title));
    body.addClassName("rw-screen-body");
    super.add(header, body);
  }

  @Override
  public void add(Component... components) {
    body.add(components);
  }

  /** Removes everything below the page header. */
  public void clear() {
    body.removeAll();
  }

  /** Lets the body take the remaining height, for grids and editors that scroll within. */
  protected void fillHeight() {
    addClassName("rw-fill");
  }

  /** Lets the body use the whole width and height without padding, for editors. */
  protected void edgeToEdge() {
    addClassNames("rw-fill", "rw-edge");
  }

  protected PageHeader header() {
    return header;
  }

  /** Renames the screen once its subject is known, below the given steps of the trail. */
  protected void rename(String title, Crumb... above) {
    header.retitle(title);
    trail = new ArrayList<>(List.of(above));
    trail.add(Crumb.here(title));
    getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    var shell = findAncestor(Shell.class);
    if (shell != null) {
      shell.showTrail(trail);
    }
  }

  List<Crumb> trail() {
    return trail;
  }

  @Override
  public String getPageTitle() {
    return header.title() + " · " + tr("shell.product");
  }
}
