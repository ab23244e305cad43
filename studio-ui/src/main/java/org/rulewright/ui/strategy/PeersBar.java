package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.Presence;
import org.rulewright.asset.RevisionSummary;
import org.rulewright.ui.shell.Formats;

/** Says who else has the strategy open, and when one of them has saved something newer. */
class PeersBar extends Div {
  /** Looking every second would be a query a second for every open page. */
  private static final int BEATS_BETWEEN_LOOKS = 4;

  private final transient Presence presence;
  private final transient Drafts drafts;
  private final transient DraftDesk desk;
  private final Span names = new Span();
  private final Span news = new Span();
  private final Button show = new Button(tr("strategy.peers.show"));
  private int beats;

  PeersBar(StrategyParts parts, DraftDesk desk, Runnable catchUp) {
    presence = parts.presence();
    drafts = parts.drafts();
    this.desk = desk;
    addClassName("rw-peers");
    getElement().setAttribute("role", "status");
    show.addThemeVariants(ButtonVariant.SMALL);
    show.addClickListener(click -> {
      catchUp.run();
      look();
    });
    add(names, news, show);
    setVisible(false);
    parts.pulse().follow(this, this::beat);
    addDetachListener(detached -> presence.leave(desk.strategy(), desk.session()));
  }

  private void beat() {
    if (beats++ % BEATS_BETWEEN_LOOKS == 0) {
      presence.heartbeat(desk.strategy(), desk.session(), desk.actor());
      look();
    }
  }

  private void look() {
    var others =
        presence.others(desk.strategy(), desk.session()).stream()
            .filter(editor -> !editor.who().id().equals(desk.actor().id()))
            .map(editor -> editor.who().name())
            .distinct()
            .collect(Collectors.joining(tr("shell.listSeparator")));
    var newest = drafts.revisions(desk.strategy(), 1).getFirst();
    var newer = newest.number() > desk.head().number();
    names.setText(others.isEmpty() ? "" : tr("strategy.peers", others));
    news.setText(newer ? told(newest) : "");
    show.setVisible(newer);
    setVisible(newer || !others.isEmpty());
  }

  private static String told(RevisionSummary newest) {
    return tr(
        "strategy.peers.newer",
        newest.saving().by().name(),
        Formats.here().exactTime(newest.saving().at()));
  }
}
