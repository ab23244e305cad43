/** Answers: finds the active release, evaluates it, records the decision, and only then answers. */
@NullMarked
package org.rulewright.serving;

import org.jspecify.annotations.NullMarked;
