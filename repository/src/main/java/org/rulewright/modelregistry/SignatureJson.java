package org.rulewright.modelregistry;

import java.math.BigDecimal;
import java.util.List;
import org.rulewright.decision.FactType;
import org.rulewright.model.ModelInput;
import org.rulewright.model.ModelOutput;
import org.rulewright.model.ModelSignature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in which signatures and results of self-tests are kept. */
record SignatureJson(List<Input> inputs, List<Output> outputs) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  record Input(
      String name, FactType type, boolean optional, List<String> allowed, boolean openSet) {}

  record Output(String name, FactType type, boolean required) {}

  static String write(ModelSignature signature) {
    return JSON.writeValueAsString(
        new SignatureJson(
            signature.inputs().stream()
                .map(it ->
                    new Input(
                        it.name(),
                        it.type(),
                        it.optional(),
                        it.allowed().stream().map(SignatureJson::text).toList(),
                        it.openSet()))
                .toList(),
            signature.outputs().stream()
                .map(it -> new Output(it.name(), it.type(), it.required()))
                .toList()));
  }

  private static String text(Object category) {
    return category instanceof BigDecimal number ? number.toPlainString() : category.toString();
  }

  static ModelSignature readSignature(String json) {
    var read = JSON.readValue(json, SignatureJson.class);
    return new ModelSignature(
        read.inputs().stream()
            .map(it ->
                new ModelInput(
                    it.name(),
                    it.type(),
                    it.optional(),
                    it.allowed().stream().map(text -> category(it.type(), text)).toList(),
                    it.openSet()))
            .toList(),
        read.outputs().stream()
            .map(it -> new ModelOutput(it.name(), it.type(), it.required()))
            .toList());
  }

  private static Object category(FactType type, String text) {
    return type == FactType.NUMBER ? new BigDecimal(text).stripTrailingZeros() : text;
  }

  static String write(PassedSelfTest result) {
    return JSON.writeValueAsString(result);
  }

  static PassedSelfTest readSelfTest(String json) {
    return JSON.readValue(json, PassedSelfTest.class);
  }
}
