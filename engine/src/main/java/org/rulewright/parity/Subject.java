package org.rulewright.parity;

import java.time.OffsetDateTime;
import org.rulewright.decision.FactSchema;
import org.rulewright.dmn.DmnModel;

/**
 * What is examined.
 *
 * @param entry the decision that is asked for
 * @param inputs the facts it may be given
 * @param asOf what the clock shows in every evaluation
 */
public record Subject(DmnModel model, String entry, FactSchema inputs, OffsetDateTime asOf) {}
