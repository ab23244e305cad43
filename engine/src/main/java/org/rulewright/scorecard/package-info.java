/** Scorecards: definition, compiled form, points of a trace, checks, and import from PMML. */
@NullMarked
package org.rulewright.scorecard;

import org.jspecify.annotations.NullMarked;
