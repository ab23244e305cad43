package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.audit.Actor;
import org.rulewright.dataset.CreateResult;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.DatasetKind;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.NewDataset;
import org.rulewright.dataset.sql.SqlProblem;
import org.rulewright.dataset.sql.SqlResult;
import org.rulewright.feature.DerivationRequest;
import org.rulewright.feature.DerivedFeatures;
import org.rulewright.serving.Json;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Derives features: one SELECT over data sets becomes a data set with one row per subject. */
@RestController
class DerivationController {

  private static final String EXAMPLE =
      "{\"key\": \"features\", \"name\": \"Features\", \"sql\": \"select ...\", \"subject\": \"id\"}";

  private final Datasets datasets;
  private final DerivedFeatures derived;

  DerivationController(Datasets datasets, DerivedFeatures derived) {
    this.datasets = datasets;
    this.derived = derived;
  }

  @PostMapping(path = "/api/v1/datasets:derive", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> derive(
      @RequestBody byte[] body, @AuthenticationPrincipal ApiKey caller, HttpServletRequest http) {
    Map<?, ?> members;
    try {
      members = Json.MAPPER.readValue(body, Map.class);
    } catch (JacksonException malformed) {
      return Answers.problem(http, ProblemKind.UNREADABLE, EXAMPLE);
    }
    if (members == null
        || !(members.get("key") instanceof String key)
        || !(members.get("sql") instanceof String sql)
        || !(members.get("subject") instanceof String subject)) {
      return Answers.problem(http, ProblemKind.UNREADABLE, EXAMPLE);
    }
    if (derived.check(sql) instanceof SqlResult.Refused refused) {
      return refused(refused.problem(), http);
    }
    if (!NewDataset.isKey(key)) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "key", "[a-z][a-z0-9_]*");
    }
    var name = members.get("name") instanceof String text && !text.isBlank() ? text : key;
    var dataset = dataset(key, name, caller.actor());
    if (dataset == null) {
      return Answers.problem(http, ProblemKind.CONFLICT, key);
    }
    var job = derived.submit(new DerivationRequest(dataset.id(), sql, subject), caller.actor());
    return Answers.json(
        202, Answers.members("id", dataset.id().toString(), "key", key, "job", job.toString()));
  }

  /** A derived data set that is there gets a new snapshot; an imported one is not overwritten. */
  private @Nullable Dataset dataset(String key, String name, Actor by) {
    return switch (datasets.createDerived(new NewDataset(key, name, ""), by)) {
      case CreateResult.Created created -> created.dataset();
      case CreateResult.KeyTaken taken ->
          datasets
              .find(taken.key())
              .filter(found -> !found.archived() && found.kind() == DatasetKind.DERIVED)
              .orElse(null);
    };
  }

  private static ResponseEntity<byte[]> refused(SqlProblem problem, HttpServletRequest http) {
    var message = problem.message(ProblemResponse.language(http));
    return Answers.problem(
        http,
        ProblemKind.WRONG_SQL,
        Integer.toString(problem.line()),
        Integer.toString(problem.column()),
        message);
  }
}
