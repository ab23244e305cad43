package org.rulewright.model;

/** The format of a model file. */
public enum ModelFormat {
  ONNX,
  PMML
}
