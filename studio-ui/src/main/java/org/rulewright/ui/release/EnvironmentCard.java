package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.environment.Environment;
import org.rulewright.release.Release;
import org.rulewright.release.ReleaseEvent;
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
      @Nullable ReleaseEvent last,
      ReleaseActions actions,
      Runnable changed) {
    setId("environment-" + environment.name());
    setTitle(environment.label(locale()));
    if (active == null) {
      setHeaderSuffix(new StatusBadge(tr("release.nothing"), Tone.NEUTRAL));
      add(new Span(tr("release.nothing.next")));
    } else {
      setHeaderSuffix(new StatusBadge(tr("release.version", active.version().number()), Tone.GOOD));
      add(facts(active, last));
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

  /** Since when and by whom it runs: after going back, that is the going back. */
  private static DescriptionList facts(Release active, @Nullable ReleaseEvent last) {
    var formats = Formats.here();
    var facts = new DescriptionList();
    facts.addClassName("rw-facts");
    fact(
        facts,
        "release.at",
        new Span(formats.dateTime(last == null ? active.releasedAt() : last.at())));
    fact(facts, "release.by", new Span((last == null ? active.releasedBy() : last.by()).name()));
    var note = active.version().note();
    fact(facts, "release.note", new Span(note.isEmpty() ? "–" : note));
    fact(facts, "release.compiled", new Span(formats.percent(active.compiledShare(), 0)));
    var digest = new Span(active.digest().substring(0, DIGEST_SHOWN));
    digest.addClassName("rw-mono");
    digest.setTitle(active.digest());
    fact(facts, "release.digest", digest);
    return facts;
  }

  private static void fact(DescriptionList facts, String key, Span value) {
    facts.add(new DescriptionList.Term(tr(key)), new DescriptionList.Description(value));
  }
}
