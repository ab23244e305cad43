package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.function.Consumer;
import org.rulewright.dataset.source.DecimalMark;
import org.rulewright.dataset.source.SourceFormat;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.dataset.source.SourcePreview;
import org.rulewright.dataset.source.TextEncoding;

/** Encoding, delimiter, sheet and the like of a file. */
final class ReadingFields extends FormLayout {
  private final Select<TextEncoding> encoding = new Select<>();
  private final Select<Character> delimiter = new Select<>();
  private final Select<String> sheet = new Select<>();
  private final Select<DecimalMark> mark = new Select<>();
  private final IntegerField skipped = new IntegerField(tr("dataset.skipped"));
  private final Checkbox header = new Checkbox(tr("dataset.header"));
  private final transient Consumer<SourceOptions> changed;
  private transient SourceOptions options;
  private boolean showing;

  ReadingFields(SourcePreview preview, Consumer<SourceOptions> changed) {
    this.changed = changed;
    options = preview.options();
    encoding.setLabel(tr("dataset.encoding"));
    encoding.setItems(TextEncoding.values());
    encoding.setItemLabelGenerator(each -> each.charset().name());
    delimiter.setLabel(tr("dataset.delimiter"));
    delimiter.setItems(',', ';', '\t', '|');
    delimiter.setItemLabelGenerator(each -> each == '\t' ? tr("dataset.tab") : each.toString());
    sheet.setLabel(tr("dataset.sheet"));
    sheet.setItems(preview.sheets());
    mark.setLabel(tr("dataset.mark"));
    mark.setItems(DecimalMark.values());
    mark.setItemLabelGenerator(each -> trOf("dataset.mark", each));
    skipped.setMin(0);
    skipped.setMax(1_000);
    skipped.setStepButtonsVisible(true);
    var text = preview.options().format() == SourceFormat.CSV;
    encoding.setVisible(text);
    delimiter.setVisible(text);
    sheet.setVisible(!text);
    encoding.addValueChangeListener(it -> change(options.withEncoding(it.getValue())));
    delimiter.addValueChangeListener(it -> change(options.withDelimiter(it.getValue())));
    sheet.addValueChangeListener(it -> change(options.withSheet(it.getValue())));
    mark.addValueChangeListener(it -> change(options.withDecimalMark(it.getValue())));
    header.addValueChangeListener(it -> change(options.withHeader(it.getValue())));
    skipped.addValueChangeListener(
        it -> change(options.withSkippedLines(it.getValue() == null ? 0 : it.getValue())));
    add(encoding, delimiter, sheet, mark, skipped, header);
  }

  SourceOptions options() {
    return options;
  }

  void show(SourcePreview preview) {
    showing = true;
    options = preview.options();
    encoding.setValue(options.encoding());
    delimiter.setValue(options.delimiter());
    if (options.sheet() != null) {
      sheet.setValue(options.sheet());
    }
    mark.setValue(options.decimalMark());
    header.setValue(options.header());
    skipped.setValue(options.skippedLines());
    showing = false;
  }

  private void change(SourceOptions now) {
    if (!showing) {
      changed.accept(now);
    }
  }
}
