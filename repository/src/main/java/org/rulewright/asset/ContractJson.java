package org.rulewright.asset;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one canonical form of a contract: members in this order, no white space, decimals as written.
 *
 * <p>The digests of all versions stand on it: a change here needs a new format in {@link
 * StrategyContent}.
 */
final class ContractJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String ANY = "value";

  private ContractJson() {}

  static String write(StrategyContract contract) {
    ObjectNode root = JSON.createObjectNode();
    root.put("entry", contract.entry());
    ArrayNode inputs = root.putArray("inputs");
    contract.inputs().forEach(input -> write(input, inputs.addObject()));
    ArrayNode reasons = root.putArray("reasons");
    for (Reason reason : contract.reasons()) {
      reasons.addObject().put("code", reason.code()).put("zh", reason.zh()).put("en", reason.en());
    }
    return JSON.writeValueAsString(root);
  }

  private static void write(ContractInput input, ObjectNode node) {
    node.put("feature", input.feature());
    node.put("type", input.type().name());
    node.put("required", input.required());
    if (!input.allowedValues().isEmpty()) {
      ArrayNode values = node.putArray("allowedValues");
      input.allowedValues().forEach(value -> write(value, values));
    }
  }

  private static void write(Object value, ArrayNode values) {
    switch (value) {
      case Boolean truth -> values.add(truth);
      default -> values.add(value.toString());
    }
  }

  static StrategyContract read(String json) {
    JsonNode root = JSON.readTree(json);
    List<ContractInput> inputs = new ArrayList<>();
    root.path("inputs").forEach(node -> inputs.add(input(node)));
    List<Reason> reasons = new ArrayList<>();
    root.path("reasons").forEach(node -> reasons.add(reason(node)));
    return new StrategyContract(root.path("entry").asString(), inputs, reasons);
  }

  private static ContractInput input(JsonNode node) {
    FactType type = FactType.valueOf(node.path("type").asString());
    List<Object> allowed = new ArrayList<>();
    node.path("allowedValues").forEach(value -> allowed.add(value(value, type)));
    return new ContractInput(
        node.path("feature").asString(), type, node.path("required").asBoolean(), allowed);
  }

  // Numbers and times are written as text: a number of JSON could come back with another scale.
  private static Object value(JsonNode node, FactType type) {
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (type == FactType.NUMBER) {
      return new BigDecimal(node.asString());
    }
    var read =
        new FactSchema(List.of(FactField.required(ANY, type))).check(Map.of(ANY, node.asString()));
    return requireNonNullElse(read.facts().get(ANY), node.asString());
  }

  private static Reason reason(JsonNode node) {
    return new Reason(
        node.path("code").asString(), node.path("zh").asString(), node.path("en").asString());
  }
}
