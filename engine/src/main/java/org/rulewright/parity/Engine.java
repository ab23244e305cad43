package org.rulewright.parity;

import org.rulewright.decision.Facts;
import org.rulewright.dmn.DmnModel;

/** Our side of a comparison. */
interface Engine {

  DmnModel.Observed decide(Facts facts);
}
