package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import org.rulewright.blob.Digest;
import org.rulewright.lookuptable.LookupImportResult;
import org.rulewright.lookuptable.Lookups;

/** Why a file made no version, line by line, with the way to try another one. */
final class LookupFindings extends Div {
  private static final int SHOWN = 20;

  LookupFindings(Lookups lookups, LookupImportResult result, Component again) {
    addClassName("rw-stack");
    add(new H2(tr("lookup.findings")));
    if (result.refusedRows() > 0) {
      add(new Paragraph(tr("lookup.findings.rows", result.refusedRows())));
    }
    var report = result.report();
    if (report != null) {
      add(new Anchor(download(lookups, report, result.key()), tr("lookup.findings.report")));
    }
    if (result.findingCount() > 0) {
      add(new Paragraph(tr("lookup.findings.keys", result.findingCount())));
      var list = new UnorderedList();
      result.findings().stream()
          .limit(SHOWN)
          .forEach(finding -> list.add(new ListItem(finding.message(locale()))));
      add(list);
    }
    add(new Paragraph(tr("lookup.findings.next")), again);
  }

  private static DownloadHandler download(Lookups lookups, Digest report, String key) {
    return download -> {
      download.setFileName(key + "-report.csv");
      download.setContentType("text/csv; charset=UTF-8");
      try (var content = lookups.report(report)) {
        content.transferTo(download.getOutputStream());
      }
    };
  }
}
