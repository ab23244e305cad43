package org.rulewright.modelregistry;

import org.rulewright.model.SelfTestResult;

/**
 * How a model agreed with its expected scores when it was uploaded; one that did not is not kept.
 *
 * @param rows rows that were scored
 * @param compared single outputs that were compared
 * @param largest the largest difference between numbers
 */
public record PassedSelfTest(int rows, int compared, double largest) {

  static PassedSelfTest of(SelfTestResult result) {
    return new PassedSelfTest(result.rows(), result.compared(), result.largest());
  }
}
