package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The frame of the studio: navigation on the left, trail, tools and person on top, a screen. */
// Tools of the header are beans, which the build of the frontend does not find by itself.
@Uses(Popover.class)
@AnonymousAllowed
public class Shell extends AppLayout implements AfterNavigationObserver {
  private final Trail trail = new Trail();

  public Shell(PersonMenu personMenu, QuickSearch search, List<HeaderTool> tools) {
    addClassName("rw-shell");
    setPrimarySection(Section.DRAWER);
    setI18n(new AppLayoutI18n().setDrawer(tr("shell.navigation")));
    var toggle = new DrawerToggle();
    toggle.setAriaLabel(tr("shell.navigation.toggle"));
    var space = new Div();
    space.addClassName("rw-space");
    addToNavbar(toggle, trail, space);
    if (SignedIn.find().isPresent()) {
      addToNavbar(search.button());
      tools.forEach(tool -> addToNavbar(tool.create()));
      addToNavbar(personMenu.create());
    }
    addToDrawer(brand(), new Scroller(navigation()));
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    if (getContent() instanceof Screen screen) {
      showTrail(screen.trail());
    } else {
      showTrail(List.of());
    }
  }

  void showTrail(List<Crumb> crumbs) {
    trail.show(crumbs);
  }

  private static Anchor brand() {
    var mark = new Span();
    mark.addClassName("rw-mark");
    var name = new Span(tr("shell.product"));
    name.addClassName("rw-wordmark");
    var brand = new Anchor("", mark, name);
    brand.setRouterIgnore(false);
    brand.addClassName("rw-brand");
    return brand;
  }

  private static Div navigation() {
    Map<Area, SideNav> sections = new EnumMap<>(Area.class);
    for (Destinations.Entry entry : Destinations.open()) {
      sections.computeIfAbsent(entry.area(), Shell::section).addItem(item(entry));
    }
    var all = new Div();
    all.addClassName("rw-navigation");
    sections.values().forEach(all::add);
    return all;
  }

  private static SideNav section(Area area) {
    return area == Area.HOME ? new SideNav() : new SideNav(trOf("shell.area", area));
  }

  private static SideNavItem item(Destinations.Entry entry) {
    var item = new SideNavItem(tr(entry.title()), entry.screen(), entry.icon().create());
    item.setMatchNested(entry.area() != Area.HOME);
    item.setPathAliases(besides(entry));
    return item;
  }

  /** Screens that belong to another without lying below it, such as {@code models-upload}. */
  private static Set<String> besides(Destinations.Entry entry) {
    var routes = RouteConfiguration.forApplicationScope();
    var path = routes.getUrlBase(entry.screen()).orElse("");
    return path.isEmpty()
        ? Set.of()
        : routes.getAvailableRoutes().stream()
            .map(RouteData::getTemplate)
            .filter(template -> template.startsWith(path + "-"))
            .collect(Collectors.toSet());
  }
}
