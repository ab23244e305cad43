package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.List;
import org.rulewright.asset.Strategies;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.strategy.StrategyNavigation;
import org.rulewright.version.VersionPin;
import org.rulewright.version.VersionSummary;
import org.rulewright.version.Versions;

/** The strategies whose versions use a table, each with its newest one that does. */
final class LookupUsePart extends Div {

  LookupUsePart(Versions versions, Strategies strategies, String key) {
    setHeightFull();
    var table = new DataTable<>(tr("lookup.used"), columns(strategies)).inAddressAs("used");
    table.onOpen(version -> StrategyNavigation.open(version.strategy()));
    table.setEmptyState(
        new EmptyState(VaadinIcon.LINK, tr("lookup.unused"), tr("lookup.unused.next")));
    table.setRows(versions.using(VersionPin.Kind.LOOKUP, key));
    table.setHeightFull();
    add(table);
  }

  private static List<TableColumn<VersionSummary>> columns(Strategies strategies) {
    var formats = Formats.here();
    return List.of(
        TableColumn.text(
            "strategy",
            tr("lookup.strategy"),
            it ->
                strategies
                    .find(it.strategy())
                    .map(found -> found.name(locale()))
                    .orElse(it.strategy().value())),
        TableColumn.<VersionSummary, Integer>value(
                "version",
                tr("lookup.version"),
                VersionSummary::number,
                it -> formats.number(it.number()))
            .asNumber(),
        TableColumn.<VersionSummary, Instant>value(
            "at",
            tr("lookup.madeAt"),
            VersionSummary::createdAt,
            it -> formats.dateTime(it.createdAt())),
        TableColumn.text("by", tr("lookup.by"), it -> it.createdBy().name()));
  }
}
