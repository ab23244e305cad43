/** Rule sets: ordered when / then rules, their checks, their sentences, and the hits of a trace. */
@NullMarked
package org.rulewright.ruleset;

import org.jspecify.annotations.NullMarked;
