package org.rulewright.asset;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnImport;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The models with their contracts, each kept once under its digest. */
@Component
public class StrategyContents {

  private final JdbcClient jdbc;

  StrategyContents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(StrategyContent content) {
    if (isKept(content)) {
      return;
    }
    var model = model(content);
    int added =
        jdbc.sql(
                """
                insert into rw.strategy_content (digest, dmn, bpmn, contract, namespace)
                values (:digest, :dmn, :bpmn, :contract, :namespace)
                on conflict (digest) do nothing
                """)
            .param("digest", content.digest())
            .param("dmn", content.dmn())
            .param("bpmn", content.bpmn().orElse(null), Types.BINARY)
            .param("contract", ContractJson.write(content.contract()))
            .param("namespace", model.map(DmnDocument::namespace).orElse(null), Types.VARCHAR)
            .update();
    if (added == 1) {
      model.ifPresent(it -> keep(content, it.imports()));
    }
  }

  private boolean isKept(StrategyContent content) {
    return jdbc.sql("select exists (select from rw.strategy_content where digest = :digest)")
        .param("digest", content.digest())
        .query(Boolean.class)
        .single();
  }

  /** What is set aside because it cannot be read has no namespace and imports nothing. */
  private static Optional<DmnDocument> model(StrategyContent content) {
    try {
      return Optional.of(DmnDocument.read(content.dmn()));
    } catch (UnreadableModelException setAside) {
      return Optional.empty();
    }
  }

  private void keep(StrategyContent content, List<DmnImport> imports) {
    for (int i = 0; i < imports.size(); i++) {
      var line = imports.get(i);
      jdbc.sql(
              """
              insert into rw.content_import
                (content, position, name, namespace, strategy, version)
              values (:content, :position, :name, :namespace, :strategy, :version)
              """)
          .param("content", content.digest())
          .param("position", i)
          .param("name", line.name())
          .param("namespace", line.namespace())
          .param("strategy", line.strategy())
          .param("version", line.version())
          .update();
    }
  }

  /** Returns the content of this digest, which must be there and unaltered. */
  public StrategyContent get(String digest) {
    StrategyContent content =
        jdbc.sql("select dmn, bpmn, contract from rw.strategy_content where digest = :digest")
            .param("digest", digest)
            .query((row, line) -> DraftStore.content(row))
            .single();
    if (!content.digest().equals(digest)) {
      throw new IllegalStateException("the stored content of " + digest + " was altered");
    }
    return content;
  }
}
