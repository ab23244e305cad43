package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import org.rulewright.access.Language;
import org.rulewright.ui.shell.Switches;

/** The page before the studio: what it is on the left, the way in on the right. */
abstract class Door extends Div implements HasDynamicTitle {
  private final String title;
  private final Div way = new Div();

  Door(String title, Switches switches) {
    this.title = title;
    addClassName("rw-door");
    way.addClassName("rw-door-form");
    var side = new Div(languages(switches), way);
    side.addClassName("rw-door-way");
    add(story(), side);
  }

  /** Adds to what one fills in to get in. */
  void addToWay(Component... components) {
    way.add(components);
  }

  @Override
  public String getPageTitle() {
    return title + " · " + tr("shell.product");
  }

  private static Div story() {
    var mark = new Span();
    mark.addClassName("rw-mark");
    var name = new Span(tr("shell.product"));
    name.addClassName("rw-wordmark");
    var brand = new Div(mark, name);
    brand.addClassName("rw-brand");
    var words = new Div(new H1(tr("access.door.headline")), new Paragraph(tr("access.door.text")));
    var foot = new Div(new Span(tr("access.door.foot")));
    foot.addClassName("rw-door-foot");
    var story = new Div(brand, words, foot);
    story.addClassName("rw-door-story");
    return story;
  }

  private static Div languages(Switches switches) {
    var line = new Div();
    line.addClassName("rw-door-languages");
    for (Language language : Language.values()) {
      var button = new Button(trOf("shell.language", language), click -> switches.speak(language));
      button.addThemeVariants(ButtonVariant.TERTIARY);
      button.getElement().setAttribute("lang", language.locale().toLanguageTag());
      line.add(button);
    }
    return line;
  }
}
