package org.rulewright.model;

import java.util.List;
import java.util.Optional;

/** What a model takes and what it gives, in the order of the model. */
public record ModelSignature(List<ModelInput> inputs, List<ModelOutput> outputs) {

  public ModelSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  public Optional<ModelInput> input(String name) {
    return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
  }

  public Optional<ModelOutput> output(String name) {
    return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
  }
}
