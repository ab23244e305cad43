package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.rulewright.environment.Environment;
import org.rulewright.ui.shell.Formats;
import org.rulewright.version.VersionSummary;

/** Asks which version is to run in an environment. */
final class VersionDialog extends Dialog {

  VersionDialog(
      Environment environment, List<VersionSummary> versions, Consumer<VersionSummary> chosen) {
    setHeaderTitle(tr("release.release.ask", environment.label(locale())));
    setWidth("32rem");
    var cancel = new Button(tr("release.cancel"), click -> close());
    if (versions.isEmpty()) {
      add(new Paragraph(tr("release.noVersion")));
      getFooter().add(cancel);
      return;
    }
    var formats = Formats.here();
    var version = new ComboBox<VersionSummary>(tr("release.versionNumber"));
    version.setItems(versions);
    version.setItemLabelGenerator(each ->
        tr(
            "release.versionChoice",
            each.number(),
            formats.dateTime(each.createdAt()),
            each.createdBy().name(),
            each.note()));
    version.setValue(versions.getFirst());
    version.setWidthFull();
    version.setAllowCustomValue(false);
    var release =
        new Button(
            tr("release.release"),
            click -> {
              if (version.getValue() != null) {
                close();
                chosen.accept(version.getValue());
              }
            });
    release.addThemeNames("primary");
    release.setId("release-confirm");
    var form = new Div(new Paragraph(tr("release.release.fourEyes")), version);
    form.addClassName("rw-stack");
    add(form);
    getFooter().add(cancel, release);
  }
}
