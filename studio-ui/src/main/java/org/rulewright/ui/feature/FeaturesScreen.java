package org.rulewright.ui.feature;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.rulewright.feature.Feature;
import org.rulewright.feature.Features;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.TableColumn;

/** The dictionary: what every fact means, its type, unit, values, owner and source. */
@Route(value = "features", layout = Shell.class)
@Destination(area = Area.DESIGN, title = "feature.title", icon = VaadinIcon.BOOK, order = 30)
@RolesAllowed({Roles.STRATEGIST, Roles.GOVERNOR, Roles.REVIEWER, Roles.OPERATOR})
class FeaturesScreen extends Screen implements AfterNavigationObserver {
  private static final Set<String> UNITS = Set.of("CNY", "years", "months", "days");

  private final transient Features features;
  private final DataTable<Feature> table;

  FeaturesScreen(Features features) {
    super(tr("feature.title"));
    this.features = features;
    header().setLead(tr("feature.lead"));
    fillHeight();
    table = new DataTable<>(tr("feature.title"), columns());
    if (SignedIn.here().hasAny(Roles.STRATEGIST)) {
      header().setActions(addButton());
      table.onOpen(feature -> FeatureDialog.change(features, feature, this::load).open());
      table.setEmptyState(
          new EmptyState(
              VaadinIcon.BOOK, tr("feature.empty"), tr("feature.empty.next"), addButton()));
    }
    add(table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    load();
  }

  private void load() {
    table.setRows(features.list());
  }

  private Button addButton() {
    var button =
        new Button(
            tr("feature.add"),
            VaadinIcon.PLUS.create(),
            click -> FeatureDialog.add(features, this::load).open());
    button.addThemeNames("primary");
    button.addClassName("feature-add");
    return button;
  }

  private static List<TableColumn<Feature>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.text("label", tr("feature.label"), it -> it.label(locale())),
        TableColumn.text("name", tr("feature.name"), it -> it.name().text()),
        TableColumn.text("type", tr("feature.type"), it -> trOf("feature.type", it.type())),
        TableColumn.text("unit", tr("feature.unit"), it -> unit(it.unit())),
        TableColumn.text(
            "values", tr("feature.values"), it -> String.join(", ", it.allowedValues())),
        TableColumn.text("owner", tr("feature.owner"), it -> it.data().owner()),
        TableColumn.text("source", tr("feature.source"), it -> it.data().source()),
        TableColumn.<Feature, Instant>value(
                "at",
                tr("feature.changedAt"),
                Feature::changedAt,
                it -> formats.dateTime(it.changedAt()))
            .hidden(),
        TableColumn.<Feature>text("by", tr("feature.changedBy"), Feature::changedByName).hidden());
  }

  /** The usual units in the person's language; any other as its author wrote it. */
  private static String unit(String unit) {
    return UNITS.contains(unit) ? tr("feature.unit." + unit) : unit;
  }
}
