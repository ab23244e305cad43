/** Holds our engine against the reference engines on facts made from a model's own cells. */
@NullMarked
package org.rulewright.parity;

import org.jspecify.annotations.NullMarked;
