package org.rulewright.ui.home;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.Destinations;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.HomeFigure;
import org.rulewright.ui.shell.HomeStep;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;

/** The home page of the person at the screen, made of what the packages offer for their roles. */
@Route(value = "", layout = Shell.class)
@PermitAll
@Destination(area = Area.HOME, title = "home.title", icon = VaadinIcon.HOME_O, order = 0)
class HomeView extends Screen implements AfterNavigationObserver {
  private final transient List<HomeFigure> figures;
  private final transient List<HomeStep> steps;

  HomeView(List<HomeFigure> figures, List<HomeStep> steps) {
    super(tr("home.title"));
    this.figures = figures;
    this.steps = steps;
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var person = SignedIn.here();
    header().setLead(tr("home.lead", person.displayName()));
    clear();
    var readings = figures(person);
    var next = steps(person);
    if (!readings.isEmpty()) {
      add(part(tr("home.figures"), "rw-figures", readings));
    }
    if (!next.isEmpty()) {
      add(part(tr("home.steps"), "rw-steps", next));
    }
    if (readings.isEmpty() && next.isEmpty()) {
      add(new EmptyState(VaadinIcon.HOME_O, tr("home.empty.title"), tr("home.empty.text")));
    }
  }

  private List<Component> figures(SignedIn person) {
    return figures.stream()
        .filter(figure -> person.hasAny(figure.roles().toArray(String[]::new)))
        .sorted(Comparator.comparingInt(HomeFigure::order))
        .flatMap(figure -> figure.read(person).stream())
        .<Component>map(FigureTile::of)
        .toList();
  }

  private List<Component> steps(SignedIn person) {
    return steps.stream()
        .filter(step -> person.hasAny(step.roles().toArray(String[]::new)))
        .sorted(Comparator.comparingInt(HomeStep::order))
        .flatMap(step -> step.next(person).stream())
        .filter(step -> Destinations.mayOpen(step.target()))
        .<Component>map(StepTile::new)
        .toList();
  }

  private static Section part(String title, String layout, List<Component> tiles) {
    var heading = new H2(title);
    heading.addClassName("rw-section-title");
    var grid = new Div(tiles.toArray(Component[]::new));
    grid.addClassName(layout);
    return new Section(heading, grid);
  }
}
