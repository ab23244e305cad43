/** Straight-through rule flows: steps that call decisions, models, look-ups and flows by key. */
@NullMarked
package org.rulewright.ruleflow;

import org.jspecify.annotations.NullMarked;
