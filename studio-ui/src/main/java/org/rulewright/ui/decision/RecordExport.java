package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.function.Consumer;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionRecord;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hands a record out as JSON, numbers exact; that it was handed out is recorded. */
final class RecordExport {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private RecordExport() {}

  static Component button(DecisionRecord record, Consumer<DecisionId> exported) {
    var id = record.summary().id();
    DownloadHandler write =
        download -> {
          exported.accept(id);
          download.setFileName("decision-" + id + ".json");
          download.setContentType("application/json; charset=UTF-8");
          try (var out = download.getOutputStream()) {
            JSON.writeValue(out, record);
          }
        };
    var link = new Anchor(write, "");
    link.setId("decision-export");
    link.getElement().setAttribute("download", true);
    link.add(new Button(tr("decision.export"), VaadinIcon.DOWNLOAD_ALT.create()));
    return link;
  }
}
