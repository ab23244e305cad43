package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.environment.Environment;
import org.rulewright.release.Release;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** What runs in one environment, with the buttons to change it for those who may. */
final class EnvironmentCard extends Card {
  private static final int DIGEST_SHOWN = 12;

  EnvironmentCard(
      Environment environment,
      StrategyKey strategy,
      @Nullable Release active,
      ReleaseActions actions,
      Runnable changed) {
    setId("environment-" + environment.name());
    setTitle(environment.label(locale()));
    if (active == null) {
      setHeaderSuffix(new StatusBadge(tr("release.nothing"), Tone.NEUTRAL));
      add(new Span(tr("release.nothing.next")));
    } else {
      setHeaderSuffix(new StatusBadge(tr("release.version", active.version().number()), Tone.GOOD));
      add(facts(active));
    }
    if (SignedIn.here().hasAny(Roles.GOVERNOR)) {
      addToFooter(
          button(
              "release.release",
              VaadinIcon.ROCKET,
              "primary",
              () -> actions.release(environment, strategy, changed)));
      if (active != null && active.before().isPresent()) {
        addToFooter(
            button(
                "release.back",
                VaadinIcon.ARROW_BACKWARD,
                "",
                () -> actions.back(environment, strategy, active, changed)));
      }
    }
  }

  private static Button button(String key, VaadinIcon icon, String theme, Runnable action) {
    var button = new Button(tr(key), icon.create(), click -> action.run());
    button.addThemeNames(theme.isEmpty() ? "secondary" : theme);
    button.addClassName(key.replace('.', '-'));
    return button;
  }

  private static Div facts(Release active) {
    var formats = Formats.here();
    var facts = new Div();
    facts.getStyle().set("display", "grid").set("gap", "0.25rem");
    facts.add(
        fact("release.at", formats.dateTime(active.releasedAt())),
        fact("release.by", active.releasedBy().name()),
        fact("release.note", active.version().note()),
        fact("release.compiled", formats.percent(active.compiledShare(), 0)),
        fact("release.digest", active.digest().substring(0, DIGEST_SHOWN)));
    return facts;
  }

  private static Div fact(String key, String value) {
    var label = new Span(tr(key));
    label
        .getStyle()
        .set("opacity", "0.7")
        .set("min-width", "6.5rem")
        .set("display", "inline-block");
    return new Div(label, new Span(value.isEmpty() ? "–" : value));
  }
}
