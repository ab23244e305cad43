package org.rulewright.ui.model;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.ModelVersion;
import org.rulewright.modelregistry.RegisteredModel;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;

/** One scoring model: what it takes and gives, a try, and its versions. */
@Route(value = "models/:" + ModelNavigation.KEY, layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class ModelScreen extends Screen implements BeforeEnterObserver {
  private final transient ModelRegistry models;

  ModelScreen(ModelRegistry models) {
    super(tr("model.one"));
    this.models = models;
    fillHeight();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var model =
        event
            .getRouteParameters()
            .get(ModelNavigation.KEY)
            .flatMap(models::find)
            .orElseThrow(NotFoundException::new);
    show(model, model.current());
  }

  private void show(RegisteredModel model, ModelVersion version) {
    clear();
    rename(model.name(), Crumb.to(ModelsScreen.class, tr("model.title")));
    boolean newest = version.number() == model.current().number();
    header()
        .setBadges(
            new StatusBadge(version.format().name(), Tone.NEUTRAL),
            new StatusBadge(
                tr("model.versionNumber", version.number()), newest ? Tone.GOOD : Tone.NEUTRAL),
            ModelWords.badge(version));
    var tabs = new TabSheet();
    tabs.addClassName("rw-tabs");
    tabs.addThemeNames("no-border", "no-padding");
    tabs.add(tr("model.try"), new ModelTryPart(models, version));
    tabs.add(tr("model.signature"), signature(version));
    tabs.add(tr("model.facts"), facts(version));
    tabs.add(tr("model.versions"), versions(model));
    add(tabs);
  }

  /** An input or an output of a model. */
  private record Line(String name, String role, String type, String missing, String allowed) {}

  private static Div signature(ModelVersion version) {
    var inputs =
        version.signature().inputs().stream()
            .map(it ->
                new Line(
                    it.name(),
                    tr("model.input"),
                    trOf("model.type", it.type()),
                    tr(it.optional() ? "model.optional" : "model.required"),
                    it.allowed().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    var outputs =
        version.signature().outputs().stream()
            .map(it ->
                new Line(it.name(), tr("model.output"), trOf("model.type", it.type()), "", ""));
    var table =
        new DataTable<Line>(
            tr("model.signature"),
            List.of(
                TableColumn.text("name", tr("model.field"), Line::name),
                TableColumn.text("role", tr("model.role"), Line::role),
                TableColumn.text("type", tr("model.fieldType"), Line::type),
                TableColumn.text("missing", tr("model.missing"), Line::missing),
                TableColumn.text("allowed", tr("model.categories"), Line::allowed)));
    table.setRows(Stream.concat(inputs, outputs).toList());
    return filling(table);
  }

  private static Div facts(ModelVersion version) {
    var formats = Formats.here();
    var list = new DescriptionList();
    list.addClassName("rw-facts");
    fact(list, tr("model.file"), version.fileName());
    fact(list, tr("model.bytes"), formats.number(version.bytes()));
    fact(list, tr("model.digest"), version.digest().hex());
    var test = version.selfTest();
    fact(
        list,
        tr("model.test"),
        test == null
            ? tr("model.test.none")
            : tr(
                "model.test.result", test.rows(), test.compared(), String.valueOf(test.largest())));
    fact(list, tr("model.by"), version.uploadedByName());
    fact(list, tr("model.at"), formats.dateTime(version.uploadedAt()));
    return new Div(list);
  }

  private static void fact(DescriptionList list, String term, String description) {
    list.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
  }

  private Div versions(RegisteredModel model) {
    var formats = Formats.here();
    var table =
        new DataTable<ModelVersion>(
            tr("model.versions"),
            List.of(
                TableColumn.<ModelVersion, Integer>value(
                        "number",
                        tr("model.version"),
                        ModelVersion::number,
                        it -> formats.number(it.number()))
                    .asNumber(),
                TableColumn.text("file", tr("model.file"), ModelVersion::fileName),
                TableColumn.<ModelVersion>text("test", tr("model.test"), ModelWords::test)
                    .looksLike(ModelWords::badge),
                TableColumn.text("digest", tr("model.digest"), it -> it.digest().hex()),
                TableColumn.<ModelVersion, Instant>value(
                    "at",
                    tr("model.at"),
                    ModelVersion::uploadedAt,
                    it -> formats.dateTime(it.uploadedAt())),
                TableColumn.text("by", tr("model.by"), ModelVersion::uploadedByName)));
    table.inAddressAs("versions");
    table.onOpen(chosen -> show(model, chosen));
    table.setRows(models.versions(model.key()));
    return filling(table);
  }

  private static Div filling(DataTable<?> table) {
    var filling = new Div(table);
    filling.setHeightFull();
    table.setHeightFull();
    return filling;
  }
}
