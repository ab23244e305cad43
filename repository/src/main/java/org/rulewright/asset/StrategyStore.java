package org.rulewright.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of strategies. */
@Component
class StrategyStore {

  private static final String COLUMNS =
      """
      select key, name_zh, name_en, purpose, created_kind, created_by, created_by_name, created_at,
        archived
      from rw.strategy
      """;

  private final JdbcClient jdbc;

  StrategyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns whether the key was free. */
  boolean insert(NewStrategy strategy, Actor by) {
    return jdbc.sql(
                """
                insert into rw.strategy
                  (key, name_zh, name_en, purpose, created_kind, created_by, created_by_name)
                values (:key, :zh, :en, :purpose, :kind, :by, :byName)
                on conflict (key) do nothing
                """)
            .param("key", strategy.key().value())
            .param("zh", strategy.nameZh())
            .param("en", strategy.nameEn())
            .param("purpose", strategy.purpose())
            .param("kind", by.kind().name())
            .param("by", by.id())
            .param("byName", by.name())
            .update()
        == 1;
  }

  void describe(NewStrategy strategy) {
    jdbc.sql(
            """
            update rw.strategy set name_zh = :zh, name_en = :en, purpose = :purpose
            where key = :key
            """)
        .param("key", strategy.key().value())
        .param("zh", strategy.nameZh())
        .param("en", strategy.nameEn())
        .param("purpose", strategy.purpose())
        .update();
  }

  void archive(StrategyKey key, boolean archived) {
    jdbc.sql("update rw.strategy set archived = :archived where key = :key")
        .param("archived", archived)
        .param("key", key.value())
        .update();
  }

  Optional<Strategy> find(StrategyKey key) {
    return jdbc.sql(COLUMNS + "where key = :key")
        .param("key", key.value())
        .query(StrategyStore::strategy)
        .optional();
  }

  List<Strategy> list() {
    return jdbc.sql(COLUMNS + "order by archived, key").query(StrategyStore::strategy).list();
  }

  /** Holds back every other change to the strategy's draft and versions until the commit. */
  Strategy lock(StrategyKey key) {
    return jdbc.sql(COLUMNS + "where key = :key for update")
        .param("key", key.value())
        .query(StrategyStore::strategy)
        .optional()
        .orElseThrow(() -> new UnknownStrategyException(key));
  }

  private static Strategy strategy(ResultSet row, int number) throws SQLException {
    return new Strategy(
        new StrategyKey(row.getString("key")),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getString("purpose"),
        new Actor(
            ActorKind.valueOf(row.getString("created_kind")),
            row.getString("created_by"),
            row.getString("created_by_name")),
        row.getTimestamp("created_at").toInstant(),
        row.getBoolean("archived"));
  }
}
