package org.rulewright.decisiontable;

import java.util.List;

/** A row: one cell for each input and output column, and what the author noted beside it. */
public record TableRule(
    String id, List<Cell> inputs, List<Cell> outputs, List<String> annotations) {

  public TableRule {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    annotations = List.copyOf(annotations);
  }
}
