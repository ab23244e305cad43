package org.rulewright.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who uses the rules of a strategy. */
@Component
class StrategyUses {

  private final JdbcClient jdbc;

  StrategyUses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<StrategyUse> of(StrategyKey used) {
    Map<String, List<StrategyUse.InVersion>> versions = new TreeMap<>();
    jdbc.sql(
            """
            select v.strategy, v.number, p.number as used
            from rw.version_pin p join rw.version v on v.id = p.version
            where p.kind = 'STRATEGY' and p.key = :used
            order by v.strategy, v.number desc
            """)
        .param("used", used.value())
        .query(row -> {
          versions
              .computeIfAbsent(row.getString("strategy"), key -> new ArrayList<>())
              .add(new StrategyUse.InVersion(row.getInt("number"), row.getInt("used")));
        });
    var drafts = drafts(used);
    drafts.keySet().forEach(key -> versions.putIfAbsent(key, List.of()));
    return versions.entrySet().stream()
        .map(it ->
            new StrategyUse(new StrategyKey(it.getKey()), drafts.get(it.getKey()), it.getValue()))
        .toList();
  }

  /** The versions that drafts use, by the draft's strategy; what says no number is no use yet. */
  private Map<String, @Nullable Integer> drafts(StrategyKey used) {
    Map<String, @Nullable Integer> drafts = new TreeMap<>();
    jdbc.sql(
            """
            select r.strategy, i.version
            from rw.content_import i join rw.draft_revision r on r.digest = i.content
            where i.strategy = :used and i.version ~ '^[1-9][0-9]{0,8}$'
              and r.number =
                (select max(head.number) from rw.draft_revision head
                 where head.strategy = r.strategy)
            """)
        .param("used", used.value())
        .query(row -> {
          drafts.put(row.getString("strategy"), Integer.valueOf(row.getString("version")));
        });
    return drafts;
  }
}
