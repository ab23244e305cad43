package org.rulewright.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rulewright.audit.Actor;
import org.rulewright.decision.LookupSource;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Models that are tried out: kept for a day, and compiled while they are in use. */
@Component
class Workbench {

  private static final int COMPILED = 20;

  private final JdbcTemplate database;
  private final LookupSource lookups;
  private final Cache<UUID, DmnModel> models = Caffeine.newBuilder().maximumSize(COMPILED).build();

  Workbench(JdbcTemplate database, Lookups lookups) {
    this.database = database;
    this.lookups = lookups.newest();
  }

  /** Keeps a model and those it imports; the main one is first. */
  UUID add(List<byte[]> documents, Actor by) throws UnreadableModelException {
    var model = compile(documents);
    var id = UUID.randomUUID();
    dropOld();
    database.update(connection -> {
      var insert =
          connection.prepareStatement(
              "insert into rw.workbench_model (id, documents, created_by) values (?, ?, ?)");
      insert.setObject(1, id);
      insert.setArray(2, connection.createArrayOf("bytea", documents.toArray(byte[][]::new)));
      insert.setString(3, by.id());
      return insert;
    });
    models.put(id, model);
    return id;
  }

  Optional<DmnModel> find(UUID id) {
    dropOld();
    var kept = documents(id);
    return kept.isEmpty() ? Optional.empty() : Optional.of(models.get(id, key -> again(kept)));
  }

  private void dropOld() {
    database.update(
        "delete from rw.workbench_model where created_at < now() - interval '24 hours'");
  }

  private List<byte[]> documents(UUID id) {
    var found =
        database.query(
            "select documents from rw.workbench_model where id = ?",
            (row, number) -> bytes(row.getArray(1)),
            id);
    return found.isEmpty() ? List.of() : found.getFirst();
  }

  private static List<byte[]> bytes(Array array) throws SQLException {
    return List.of((byte[][]) array.getArray());
  }

  private DmnModel again(List<byte[]> documents) {
    try {
      return compile(documents);
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException("a kept model was readable when it came", impossible);
    }
  }

  private DmnModel compile(List<byte[]> documents) throws UnreadableModelException {
    var read = new ArrayList<DmnDocument>();
    for (var document : documents) {
      read.add(DmnDocument.read(document));
    }
    return DmnModel.compile(read, lookups);
  }
}
