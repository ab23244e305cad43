package org.rulewright.asset;

import java.sql.Types;
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
    jdbc.sql(
            """
            insert into rw.strategy_content (digest, dmn, bpmn, contract)
            values (:digest, :dmn, :bpmn, :contract)
            on conflict (digest) do nothing
            """)
        .param("digest", content.digest())
        .param("dmn", content.dmn())
        .param("bpmn", content.bpmn().orElse(null), Types.BINARY)
        .param("contract", ContractJson.write(content.contract()))
        .update();
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
