package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.NewDataset;
import org.rulewright.dataset.PreviewResult;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.dataset.source.RowProblem;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.dataset.source.SourcePreview;
import org.rulewright.ui.shell.Notices;

/** How an uploaded file is read, with the first rows as they would come out. */
final class ImportForm extends Div {
  private static final int PROBLEMS_SHOWN = 5;

  private final transient Datasets datasets;
  private final transient Digest upload;
  private final TextField name = new TextField(tr("dataset.name"));
  private final TextField key = new TextField(tr("dataset.key"));
  private final RadioButtonGroup<RowErrorPolicy> policy =
      new RadioButtonGroup<>(tr("dataset.import.policy"));
  private final ReadingFields reading;
  private final ColumnTable columns;
  private final Div problems = new Div();

  /** What is to be imported and how. */
  record Choice(Digest upload, String fileName, SourceOptions options, RowErrorPolicy policy) {}

  ImportForm(
      Datasets datasets,
      String fileName,
      Digest upload,
      SourcePreview preview,
      BiConsumer<NewDataset, Choice> start) {
    this.datasets = datasets;
    this.upload = upload;
    addClassName("rw-stack");
    var stem = fileName.replaceFirst("(\\.(csv|txt|tsv|xlsx))?(\\.gz)?$", "");
    name.setValue(stem);
    key.setValue(proposedKey(stem));
    key.setHelperText(tr("dataset.key.help"));
    key.setId("dataset-key");
    policy.setItems(RowErrorPolicy.values());
    policy.setItemLabelGenerator(each -> trOf("dataset.policy", each));
    policy.setValue(RowErrorPolicy.KEEP_GOOD_ROWS);
    reading = new ReadingFields(preview, this::reread);
    columns = new ColumnTable(this::look);
    var go = new Button(tr("dataset.import.start"), click -> begin(fileName, start));
    go.addThemeNames("primary");
    go.setId("dataset-import-start");
    add(
        new FormLayout(name, key),
        new H2(tr("dataset.import.reading")),
        reading,
        new H2(tr("dataset.columns")),
        columns,
        problems,
        policy,
        new Div(go));
    show(preview);
  }

  static String proposedKey(String stem) {
    var plain =
        stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
    return NewDataset.isKey(plain) ? plain : "";
  }

  private void begin(String fileName, BiConsumer<NewDataset, Choice> start) {
    var keyGood = NewDataset.isKey(key.getValue());
    key.setInvalid(!keyGood);
    key.setErrorMessage(keyGood ? "" : tr("dataset.key.wrong"));
    name.setInvalid(name.getValue().isBlank());
    name.setErrorMessage(tr("dataset.name.missing"));
    var options = columns.applied(reading.options());
    if (options.kept().isEmpty()) {
      Notices.failed(tr("dataset.import.noColumn"), tr("dataset.import.noColumn.remedy"));
      return;
    }
    if (keyGood && !name.getValue().isBlank()) {
      start.accept(
          new NewDataset(key.getValue(), name.getValue().strip(), ""),
          new Choice(upload, fileName, options, policy.getValue()));
    }
  }

  /** The way of reading has changed, so the columns are guessed again. */
  private void reread(SourceOptions options) {
    look(() -> datasets.previewColumns(upload, options));
  }

  private void look(SourceOptions options) {
    look(() -> datasets.preview(upload, options));
  }

  private interface Look {
    PreviewResult at() throws IOException;
  }

  private void look(Look look) {
    try {
      switch (look.at()) {
        case PreviewResult.Shown shown -> show(shown.preview());
        case PreviewResult.Unreadable unreadable ->
            Notices.failed(
                tr("dataset.import.unreadable", name.getValue()),
                unreadable.problem().message(locale()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded file is gone", e);
    }
  }

  private void show(SourcePreview preview) {
    reading.show(preview);
    columns.show(preview);
    problems.removeAll();
    if (!preview.problems().isEmpty()) {
      problems.add(
          new Paragraph(
              tr("dataset.import.problems", preview.problems().size(), preview.looked())));
      preview.problems().stream()
          .limit(PROBLEMS_SHOWN)
          .forEach(problem -> problems.add(new Paragraph(words(problem))));
    }
  }

  private static String words(RowProblem problem) {
    return tr(
        "dataset.import.problem",
        problem.line(),
        problem.column() == null ? "" : problem.column(),
        problem.value(),
        problem.problem().message(locale()));
  }
}
