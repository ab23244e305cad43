package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rulewright.asset.Strategies;
import org.rulewright.lookuptable.Lookup;
import org.rulewright.lookuptable.LookupVersion;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;
import org.rulewright.version.Versions;

/** One look-up table: how it is called, its rows, its versions, and which strategies use it. */
@Route(value = "lookups/:" + LookupNavigation.KEY, layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class LookupScreen extends Screen implements BeforeEnterObserver {
  private final transient Lookups lookups;
  private final transient Versions versions;
  private final transient Strategies strategies;

  LookupScreen(Lookups lookups, Versions versions, Strategies strategies) {
    super(tr("lookup.one"));
    this.lookups = lookups;
    this.versions = versions;
    this.strategies = strategies;
    fillHeight();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var lookup =
        event
            .getRouteParameters()
            .get(LookupNavigation.KEY)
            .flatMap(lookups::find)
            .orElseThrow(NotFoundException::new);
    show(lookup, lookup.current());
  }

  private void show(Lookup lookup, LookupVersion version) {
    clear();
    rename(lookup.name(), Crumb.to(LookupsScreen.class, tr("lookup.title")));
    header().setLead(tr("lookup.one.lead"));
    boolean newest = version.number() == lookup.current().number();
    header()
        .setBadges(
            new StatusBadge(
                tr("lookup.versionNumber", version.number()), newest ? Tone.GOOD : Tone.NEUTRAL),
            new StatusBadge(
                tr(version.definition().dated() ? "lookup.dated" : "lookup.undated"),
                Tone.NEUTRAL));
    var more =
        new Button(
            tr("lookup.import"),
            VaadinIcon.UPLOAD_ALT.create(),
            click -> LookupNavigation.openImport());
    header().setActions(more);
    var call = new Code(LookupWords.call(version));
    call.setId("lookup-call");
    var how = new Div(new Span(tr("lookup.call") + "  "), call);
    var tabs = new TabSheet();
    tabs.addClassName("rw-tabs");
    tabs.addThemeNames("no-border", "no-padding");
    tabs.add(tr("lookup.rows"), new LookupRowsPart(lookups, version));
    tabs.add(
        tr("lookup.versions"),
        new LookupVersionsPart(lookups, lookup, chosen -> show(lookup, chosen)));
    tabs.add(tr("lookup.used"), new LookupUsePart(versions, strategies, lookup.key()));
    add(how, tabs);
  }
}
