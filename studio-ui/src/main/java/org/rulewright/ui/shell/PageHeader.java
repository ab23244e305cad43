package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a screen: title, badges beside it, one sentence below it, actions on the right. */
public class PageHeader extends Header {
  private final H1 title;
  private final Div badges = new Div();
  private final Paragraph lead = new Paragraph();
  private final Div actions = new Div();

  PageHeader(String title) {
    addClassName("rw-page-header");
    this.title = new H1(title);
    badges.addClassName("rw-page-badges");
    lead.addClassName("rw-page-lead");
    lead.setVisible(false);
    actions.addClassName("rw-page-actions");
    var line = new Div(this.title, badges);
    line.addClassName("rw-page-title");
    var words = new Div(line, lead);
    words.addClassName("rw-page-words");
    add(words, actions);
  }

  String title() {
    return title.getText();
  }

  void retitle(String text) {
    title.setText(text);
  }

  /** One sentence that says what the screen is for. */
  public void setLead(String text) {
    lead.setText(text);
    lead.setVisible(!text.isEmpty());
  }

  public void setBadges(Component... components) {
    badges.removeAll();
    badges.add(components);
  }

  public void setActions(Component... components) {
    actions.removeAll();
    actions.add(components);
  }
}
