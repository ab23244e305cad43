package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.function.Consumer;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.dataset.source.RowProblem;
import org.rulewright.dataset.source.SourcePreview;
import org.rulewright.lookup.LookupDefinition;
import org.rulewright.lookuptable.LookupImport;
import org.rulewright.lookuptable.Lookups;

/** What an uploaded file becomes: its key, its name, and the use of each column. */
final class LookupImportForm extends Div {
  private static final int PROBLEMS_SHOWN = 5;

  private final transient Lookups lookups;
  private final transient Digest upload;
  private final transient SourcePreview preview;
  private final String fileName;
  private final TextField name = new TextField(tr("lookup.name"));
  private final TextField key = new TextField(tr("lookup.key"));
  private final RadioButtonGroup<RowErrorPolicy> policy =
      new RadioButtonGroup<>(tr("lookup.import.policy"));
  private final LookupColumns columns;
  private final Code call = new Code();

  LookupImportForm(
      Lookups lookups,
      String fileName,
      Digest upload,
      SourcePreview preview,
      Consumer<LookupImport> start) {
    this.lookups = lookups;
    this.upload = upload;
    this.fileName = fileName;
    this.preview = preview;
    addClassName("rw-stack");
    var stem = fileName.replaceFirst("(\\.(csv|txt|tsv|xlsx))?(\\.gz)?$", "");
    name.setValue(stem);
    key.setId("lookup-key");
    key.setValueChangeMode(ValueChangeMode.EAGER);
    key.setValue(proposedKey(stem));
    key.addValueChangeListener(it -> showCall());
    policy.setItems(RowErrorPolicy.values());
    policy.setItemLabelGenerator(each -> trOf("lookup.policy", each));
    policy.setValue(RowErrorPolicy.REFUSE_ALL);
    columns = new LookupColumns(preview, this::showCall);
    var go = new Button(tr("lookup.import.start"), click -> start.accept(wanted()));
    go.addThemeNames("primary");
    go.setId("lookup-import-start");
    add(
        new FormLayout(name, key),
        new Div(call),
        new H2(tr("lookup.columns")),
        new Paragraph(tr("lookup.columns.help")),
        columns,
        problems(),
        policy,
        new Div(go));
    showCall();
  }

  static String proposedKey(String stem) {
    var plain =
        stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
    return LookupDefinition.isKey(plain) ? plain : "";
  }

  private void showCall() {
    call.setText(LookupWords.call(key.getValue(), columns.keys()));
    boolean known = lookups.find(key.getValue()).isPresent();
    key.setHelperText(tr(known ? "lookup.key.known" : "lookup.key.help"));
  }

  private LookupImport wanted() {
    return new LookupImport(
        key.getValue(),
        name.getValue().strip(),
        upload,
        fileName,
        preview.options().withColumns(columns.choices()),
        columns.keys(),
        columns.validFrom(),
        columns.validTo(),
        policy.getValue());
  }

  private Div problems() {
    var all = new Div();
    if (!preview.problems().isEmpty()) {
      all.add(
          new Paragraph(tr("lookup.import.problems", preview.problems().size(), preview.looked())));
      preview.problems().stream()
          .limit(PROBLEMS_SHOWN)
          .forEach(problem -> all.add(new Paragraph(words(problem))));
    }
    return all;
  }

  private static String words(RowProblem problem) {
    return tr(
        "lookup.import.problem",
        problem.line(),
        problem.column() == null ? "" : problem.column(),
        problem.value(),
        problem.problem().message(locale()));
  }
}
