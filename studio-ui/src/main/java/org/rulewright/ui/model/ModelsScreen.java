package org.rulewright.ui.model;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.RegisteredModel;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.TableColumn;

/** All scoring models, with the way to bring in more. */
@Route(value = "models", layout = Shell.class)
@Destination(area = Area.DESIGN, title = "model.title", icon = VaadinIcon.CLUSTER, order = 40)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class ModelsScreen extends Screen implements AfterNavigationObserver {
  private final transient ModelRegistry models;
  private final DataTable<RegisteredModel> table;

  ModelsScreen(ModelRegistry models) {
    super(tr("model.title"));
    this.models = models;
    header().setLead(tr("model.lead"));
    fillHeight();
    header().setActions(uploadButton());
    table = new DataTable<>(tr("model.title"), columns());
    table.onOpen(model -> ModelNavigation.open(model.key()));
    table.setEmptyState(
        new EmptyState(
            VaadinIcon.CLUSTER, tr("model.empty"), tr("model.empty.next"), uploadButton()));
    add(table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    table.setRows(models.list());
  }

  private static Button uploadButton() {
    var button =
        new Button(
            tr("model.upload"),
            VaadinIcon.UPLOAD_ALT.create(),
            click -> ModelNavigation.openUpload());
    button.addThemeNames("primary");
    return button;
  }

  private static List<TableColumn<RegisteredModel>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.text("name", tr("model.name"), RegisteredModel::name),
        TableColumn.text("key", tr("model.key"), RegisteredModel::key),
        TableColumn.text("format", tr("model.format"), it -> it.current().format().name()),
        TableColumn.<RegisteredModel, Integer>value(
                "version",
                tr("model.version"),
                it -> it.current().number(),
                it -> formats.number(it.current().number()))
            .asNumber(),
        TableColumn.<RegisteredModel>text(
                "test", tr("model.test"), it -> ModelWords.test(it.current()))
            .looksLike(it -> ModelWords.badge(it.current())),
        TableColumn.<RegisteredModel, Instant>value(
            "at",
            tr("model.at"),
            it -> it.current().uploadedAt(),
            it -> formats.dateTime(it.current().uploadedAt())),
        TableColumn.text("by", tr("model.by"), it -> it.current().uploadedByName()));
  }
}
