package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.rulewright.lookuptable.Lookup;
import org.rulewright.lookuptable.LookupVersion;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.TableColumn;

/** The versions of a table, each of which opens its rows. */
final class LookupVersionsPart extends Div {
  private static final int DIGITS_SHOWN = 12;

  LookupVersionsPart(Lookups lookups, Lookup lookup, Consumer<LookupVersion> open) {
    setHeightFull();
    var table = new DataTable<>(tr("lookup.versions"), columns(lookups)).inAddressAs("versions");
    table.onOpen(open);
    table.setRows(lookups.versions(lookup.key()));
    table.setHeightFull();
    add(table);
  }

  private static List<TableColumn<LookupVersion>> columns(Lookups lookups) {
    var formats = Formats.here();
    return List.of(
        TableColumn.<LookupVersion, Integer>value(
                "number",
                tr("lookup.version"),
                LookupVersion::number,
                it -> formats.number(it.number()))
            .asNumber(),
        TableColumn.<LookupVersion, Integer>value(
                "rows", tr("lookup.rows"), LookupVersion::rows, it -> formats.number(it.rows()))
            .asNumber(),
        TableColumn.<LookupVersion, Long>value(
                "refused",
                tr("lookup.refused"),
                LookupVersion::refusedRows,
                it -> formats.number(it.refusedRows()))
            .asNumber()
            .looksLike(it -> refused(lookups, it, formats)),
        TableColumn.text("source", tr("lookup.source"), LookupVersion::sourceName),
        TableColumn.text(
            "digest", tr("lookup.digest"), it -> it.digest().hex().substring(0, DIGITS_SHOWN)),
        TableColumn.<LookupVersion, Instant>value(
            "at", tr("lookup.madeAt"), LookupVersion::madeAt, it -> formats.dateTime(it.madeAt())),
        TableColumn.text("by", tr("lookup.by"), LookupVersion::madeByName));
  }

  private static com.vaadin.flow.component.Component refused(
      Lookups lookups, LookupVersion version, Formats formats) {
    var count = formats.number(version.refusedRows());
    var report = version.report();
    if (report == null) {
      return new com.vaadin.flow.component.html.Span(count);
    }
    DownloadHandler write =
        download -> {
          download.setFileName(version.definition().key() + "-" + version.number() + ".csv");
          download.setContentType("text/csv; charset=UTF-8");
          try (var content = lookups.report(report)) {
            content.transferTo(download.getOutputStream());
          }
        };
    return new Anchor(write, count);
  }
}
