package org.rulewright.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteConfiguration;
import org.rulewright.ui.shell.Destinations;
import org.rulewright.ui.shell.HomeFigure;

/** A figure with its name, and the way to what is behind it. */
final class FigureTile {

  private FigureTile() {}

  static HtmlContainer of(HomeFigure.Reading reading) {
    var target = reading.target();
    var tile = target != null && Destinations.mayOpen(target) ? link(target) : new Div();
    tile.addClassName("rw-figure");
    tile.add(line("rw-figure-name", reading.name()));
    tile.add(line("rw-figure-value", reading.value()));
    if (!reading.hint().isEmpty()) {
      tile.add(line("rw-figure-hint", reading.hint()));
    }
    return tile;
  }

  private static HtmlContainer link(Class<? extends Component> target) {
    var link = new Anchor(RouteConfiguration.forApplicationScope().getUrl(target), "");
    link.setRouterIgnore(false);
    return link;
  }

  private static Span line(String style, String text) {
    var line = new Span(text);
    line.addClassName(style);
    return line;
  }
}
